package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.CustomerRoutes;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Talk;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Items;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import java.util.Optional;

/** The control routes that only WhatsApp has: templates, and customers who change their number. */
final class WhatsappRoutes {
  private final MetaWorld<WhatsappNumber> world;
  private final Templates templates;
  private final WhatsappCustoms customs;
  private final CustomerRoutes<WhatsappNumber> customers;

  WhatsappRoutes(
      MetaWorld<WhatsappNumber> world,
      Templates templates,
      WhatsappCustoms customs,
      CustomerRoutes<WhatsappNumber> customers) {
    this.world = world;
    this.templates = templates;
    this.customs = customs;
    this.customers = customers;
  }

  void addTo(Routes routes) {
    routes.on(
        "GET", "/channels/{id}/templates", request -> Items.of(templates.of(number(request))));
    routes.on("POST", "/channels/{id}/templates", this::approve);
    routes.on("POST", "/customers/{id}/number", this::renumber);
  }

  private String number(Request request) {
    String id = request.value("id");
    return world
        .accounts()
        .find(id)
        .map(WhatsappNumber::id)
        .orElseThrow(() -> new BadRequest("There is no channel " + id, null));
  }

  private Response approve(Request request) {
    Template template = Template.of(request.object());
    templates.add(number(request), template);
    return Response.json(201, template.json());
  }

  /** A new number {@code {waId}}, which brings a new id, or a new id alone {@code {bsuid}}. */
  private Response renumber(Request request) {
    ObjectNode body = request.object();
    Talk<WhatsappNumber> before = customers.talk(request, body);
    ObjectNode change = Json.object();
    if (body.hasNonNull(Addresses.PHONE)) {
      String phone =
          Addresses.phone(body.get(Addresses.PHONE).asText())
              .orElseThrow(() -> new BadRequest("waId must be a phone number", null));
      change.put(Addresses.PHONE, phone);
      change.put(Addresses.USER_ID, body.path(Addresses.USER_ID).asText(Addresses.userIdOf(phone)));
    } else {
      change.put(Addresses.USER_ID, Fields.required(body, Addresses.USER_ID));
    }
    Person after = Addresses.person(before.person().id(), change, Optional.of(before.person()));
    world.people().put(after);
    return Response.json(200, customers.happen(before, customs.renumbered(before, after)));
  }
}
