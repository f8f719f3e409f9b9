package dev.parley.platforms.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.MalformedJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhatsappPeopleTest {
  /** Returns whose the only event of a call is, in which no message names its sender. */
  private static @Nullable String sender(String message, String contacts) throws MalformedJson {
    String call =
        "{\"entry\":[{\"changes\":[{\"value\":{\"contacts\":[%s],\"messages\":[%s]}}]}]}"
            .formatted(contacts.replace('\'', '"'), message.replace('\'', '"'));
    RawEvent event = WhatsappBody.events(call.getBytes(UTF_8)).orElseThrow().getFirst().event();
    return event.sender();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'m','type':'text'} | {'user_id':'TW.1'} | TW.1",
        "{'id':'m','type':'text'} | {'user_id':'TW.1','wa_id':'886'} | TW.1",
        "{'id':'m','type':'text'} | {'wa_id':'886'} | 886",
        "{'id':'m','type':'text'} | {'user_id':'TW.1'},{'user_id':'TW.2'} |",
        "{'id':'m','type':'system','system':{'user_id':'TW.2'}} | {'user_id':'TW.2'} |",
      })
  void aMessageThatNamesNobodyIsOfTheOnlyContactUnlessWhatsappSaysIt(
      String message, String contacts, @Nullable String sender) throws MalformedJson {
    assertEquals(sender, sender(message, contacts));
  }
}
