package dev.parley.sandbox.whatsapp.message;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.meta.message.Param;
import dev.parley.sandbox.meta.message.Spelled;
import dev.parley.sandbox.web.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case is a message that is just good, one that is just not, and the code and name then. */
class MessageRulesTest {
  private static final MessageRules LINKED = new MessageRules(new Catalog("C1"));
  private static final MessageRules UNLINKED = new MessageRules(new Catalog(null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          'messaging_product':'whatsapp','text':{'body':'x'} ~ 'text':{'body':'x'} ~ 100 ~ messaging_product
          'messaging_product':'whatsapp','text':{'body':'x'} ~ 'messaging_product':'sms','text':{'body':'x'} ~ 100 ~ messaging_product
          'messaging_product':'whatsapp','text':{'body':'x'} ~ 'messaging_product':'whatsapp','txt':{'body':'x'} ~ 100 ~ txt
          """)
  void aBodyIsForWhatsapp(String good, String bad, int code, String named) {
    assertDoesNotThrow(() -> read(good));
    GraphError error = assertThrows(Refused.class, () -> read(bad)).error();
    assertEquals(code, error.code());
    assertTrue(error.message().contains(named), error.message());
  }

  private static void read(String fields) {
    MessageRules.read(Json.bytes(Spelled.json("{" + fields + "}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          'text':{'body':'<字*4096>'} ~ 'text':{'body':'<字*4097>'} ~ 100 ~ text['body']
          'text':{'body':'x'} ~ 'text':{'body':''} ~ 100 ~ text['body']
          'text':{'body':'x'} ~ 'text':{} ~ 131008 ~ text['body']
          'text':{'body':'x'} ~ 'type':'text' ~ 100 ~ text
          'text':{'body':'x','preview_url':true} ~ 'text':{'body':'x','preview_url':'true'} ~ 100 ~ text['preview_url']
          'text':{'body':'x'} ~ 'text':{'body':'x','size':1} ~ 100 ~ size
          'text':{'body':'x'},'recipient_type':'individual' ~ 'text':{'body':'x'},'recipient_type':'crowd' ~ 100 ~ recipient_type
          'text':{'body':'x'},'biz_opaque_callback_data':'<x*512>' ~ 'text':{'body':'x'},'biz_opaque_callback_data':'<x*513>' ~ 100 ~ biz_opaque_callback_data
          'text':{'body':'x'},'context':{'message_id':'w'} ~ 'text':{'body':'x'},'context':{} ~ 131008 ~ context['message_id']
          'type':'text','text':{'body':'x'} ~ 'type':'poem','text':{'body':'x'} ~ 100 ~ type
          'type':'image','image':{'link':'https://a.example/i'} ~ 'type':'image','image':{'link':'file:///i'} ~ 100 ~ image['link']
          'type':'image','image':{'id':'1'} ~ 'type':'image','image':{} ~ 131008 ~ image['id|link']
          'type':'image','image':{'id':'1'} ~ 'type':'image','image':{'id':'1','link':'https://a.example/i'} ~ 100 ~ image['link']
          'type':'image','image':{'id':'1','caption':'<x*1024>'} ~ 'type':'image','image':{'id':'1','caption':'<x*1025>'} ~ 100 ~ image['caption']
          'type':'audio','audio':{'id':'1'} ~ 'type':'audio','audio':{'id':'1','caption':'x'} ~ 100 ~ audio['caption']
          'type':'sticker','sticker':{'id':'1'} ~ 'type':'sticker','sticker':{'id':'1','caption':'x'} ~ 100 ~ sticker['caption']
          'type':'document','document':{'id':'1','filename':'x'} ~ 'type':'video','video':{'id':'1','filename':'x'} ~ 100 ~ video['filename']
          'type':'location','location':{'latitude':90,'longitude':'-180'} ~ 'type':'location','location':{'latitude':91,'longitude':0} ~ 100 ~ location['latitude']
          'type':'location','location':{'latitude':1,'longitude':1} ~ 'type':'location','location':{'latitude':1} ~ 131008 ~ location['longitude']
          'type':'contacts','contacts':[{'name':{'formatted_name':'x'}}] ~ 'type':'contacts','contacts':[{'name':{}}] ~ 131008 ~ formatted_name
          'type':'contacts','contacts':[{'name':{'formatted_name':'x'}}] ~ 'type':'contacts','contacts':[] ~ 100 ~ contacts
          'type':'reaction','reaction':{'message_id':'w','emoji':''} ~ 'type':'reaction','reaction':{'message_id':'w'} ~ 131008 ~ reaction['emoji']
          'type':'template','template':{'name':'t','language':{'code':'th'}} ~ 'type':'template','template':{'name':'t'} ~ 131008 ~ template['language']
          """)
  void aMessageHasATypeAndWhatBelongsToIt(String good, String bad, int code, String named) {
    assertRule(good, bad, code, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          'body':{'text':'<x*1024>'} ~ 'body':{'text':'<x*1025>'} ~ 131009 ~ ['body']['text']
          'body':{'text':'x'} ~ 'footer':{'text':'x'} ~ 131008 ~ ['body']
          'body':{'text':'x'},'footer':{'text':'<x*60>'} ~ 'body':{'text':'x'},'footer':{'text':'<x*61>'} ~ 131009 ~ ['footer']['text']
          'body':{'text':'x'},'header':{'type':'text','text':'<x*60>'} ~ 'body':{'text':'x'},'header':{'type':'text','text':'<x*61>'} ~ 131009 ~ ['header']['text']
          'body':{'text':'x'},'header':{'type':'image','image':{'link':'https://a.example/i'}} ~ 'body':{'text':'x'},'header':{'type':'audio','audio':{'id':'1'}} ~ 131009 ~ ['header']['type']
          'body':{'text':'x'},'header':{'type':'video','video':{'id':'1'}} ~ 'body':{'text':'x'},'header':{'type':'video'} ~ 131008 ~ ['header']['video']
          """)
  void anInteractiveMessageHasABody(String good, String bad, int code, String named) {
    String cta =
        "'type':'interactive','interactive':{'type':'cta_url',%s,'action':{'name':'cta_url',"
            + "'parameters':{'display_text':'x','url':'https://a.example'}}}";
    assertRule(cta.formatted(good), cta.formatted(bad), code, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          cta_url ~ 'name':'cta_url','parameters':{'display_text':'<x*20>','url':'https://a.example'} ~ 'name':'cta_url','parameters':{'display_text':'<x*21>','url':'https://a.example'} ~ display_text
          cta_url ~ 'name':'cta_url','parameters':{'display_text':'x','url':'https://a.example'} ~ 'name':'cta_url','parameters':{'display_text':'x','url':'a.example'} ~ ['url']
          cta_url ~ 'name':'cta_url','parameters':{'display_text':'x','url':'https://a.example'} ~ 'name':'url','parameters':{'display_text':'x','url':'https://a.example'} ~ ['name']
          button ~ 'buttons':[{'type':'reply','reply':{'id':'<x*256>','title':'<x*20>'}}] ~ 'buttons':[{'type':'reply','reply':{'id':'x','title':'<x*21>'}}] ~ ['title']
          button ~ 'buttons':[{'type':'reply','reply':{'id':'x','title':'x'}}] ~ 'buttons':[{'type':'reply','reply':{'id':'<x*257>','title':'x'}}] ~ ['id']
          button ~ 'buttons':[{'type':'reply','reply':{'id':'1','title':'a'}},{'type':'reply','reply':{'id':'2','title':'b'}},{'type':'reply','reply':{'id':'3','title':'c'}}] ~ 'buttons':[<{'type':'reply','reply':{'id':'1','title':'a'}},*3>{'type':'reply','reply':{'id':'1','title':'a'}}] ~ ['buttons']
          button ~ 'buttons':[{'type':'reply','reply':{'id':'1','title':'a'}},{'type':'reply','reply':{'id':'2','title':'b'}}] ~ 'buttons':[{'type':'reply','reply':{'id':'1','title':'a'}},{'type':'reply','reply':{'id':'1','title':'b'}}] ~ ['id']
          button ~ 'buttons':[{'type':'reply','reply':{'id':'1','title':'a'}},{'type':'reply','reply':{'id':'2','title':'b'}}] ~ 'buttons':[{'type':'reply','reply':{'id':'1','title':'a'}},{'type':'reply','reply':{'id':'2','title':'a'}}] ~ ['title']
          list ~ 'button':'<x*20>','sections':[{'rows':[{'id':'1','title':'a'}]}] ~ 'button':'<x*21>','sections':[{'rows':[{'id':'1','title':'a'}]}] ~ ['button']
          list ~ 'button':'x','sections':[{'rows':[{'id':'<x*200>','title':'<x*24>','description':'<x*72>'}]}] ~ 'button':'x','sections':[{'rows':[{'id':'1','title':'<x*25>'}]}] ~ ['title']
          list ~ 'button':'x','sections':[{'rows':[{'id':'1','title':'a'}]}] ~ 'button':'x','sections':[{'rows':[{'id':'1','title':'a','description':'<x*73>'}]}] ~ ['description']
          list ~ 'button':'x','sections':[{'rows':[{'id':'1','title':'a'}]}] ~ 'button':'x','sections':[{'rows':[{'id':'<x*201>','title':'a'}]}] ~ ['id']
          list ~ 'button':'x','sections':[{'rows':[{'id':'1','title':'a'},{'id':'2','title':'a'}]}] ~ 'button':'x','sections':[{'rows':[{'id':'1','title':'a'},{'id':'1','title':'a'}]}] ~ ['id']
          list ~ 'button':'x','sections':[{'rows':[{'id':'1','title':'a'}]}] ~ 'button':'x','sections':[] ~ ['sections']
          location_request_message ~ 'name':'send_location' ~ 'name':'send_money' ~ ['name']
          product ~ 'catalog_id':'C1','product_retailer_id':'x' ~ 'catalog_id':'C2','product_retailer_id':'x' ~ ['catalog_id']
          product ~ 'catalog_id':'C1','product_retailer_id':'x' ~ 'catalog_id':'C1','product_retailer_id':'' ~ ['product_retailer_id']
          catalog_message ~ 'name':'catalog_message','parameters':{'thumbnail_product_retailer_id':'x'} ~ 'name':'catalog_message','parameters':{'thumbnail_product_retailer_id':7} ~ thumbnail_product_retailer_id
          """)
  void anActionHasItsLimits(String type, String good, String bad, String named) {
    assertRule(interactive(type, good), interactive(type, bad), 131009, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          <{'product_retailer_id':'x'},*29>{'product_retailer_id':'x'} ~ <{'product_retailer_id':'x'},*30>{'product_retailer_id':'x'} ~ ['product_items']
          {'product_retailer_id':'x'} ~ {'product_retailer_id':''} ~ ['product_retailer_id']
          """)
  void aProductListHasThirtyProductsAtMost(String good, String bad, String named) {
    String list = "'catalog_id':'C1','sections':[{'product_items':[%s]}]";
    assertRule(productList(list.formatted(good)), productList(list.formatted(bad)), 131009, named);
    String two =
        "'catalog_id':'C1','sections':[{'title':'a','product_items':[<{'product_retailer_id':'x'},"
            + "*14>{'product_retailer_id':'x'}]},{'title':'b','product_items':["
            + "<{'product_retailer_id':'x'},*%d>{'product_retailer_id':'x'}]}]";
    assertRule(
        productList(two.formatted(14)), productList(two.formatted(15)), 131009, "['sections']");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          'sections':[<{'title':'s','product_items':[{'product_retailer_id':'x'}]},*9>{'title':'s','product_items':[{'product_retailer_id':'x'}]}] ~ 'sections':[<{'title':'s','product_items':[{'product_retailer_id':'x'}]},*10>{'title':'s','product_items':[{'product_retailer_id':'x'}]}] ~ ['sections']
          'sections':[{'title':'<x*24>','product_items':[{'product_retailer_id':'x'}]}] ~ 'sections':[{'title':'<x*25>','product_items':[{'product_retailer_id':'x'}]}] ~ ['title']
          """)
  void aProductListHasTenSectionsAtMost(String good, String bad, String named) {
    assertRule(
        productList("'catalog_id':'C1'," + good),
        productList("'catalog_id':'C1'," + bad),
        131009,
        named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          P0,P1 ~ P0 ~ ['cards']
          P0,P1,P2,P3,P4,P5,P6,P7,P8,P9 ~ P0,P1,P2,P3,P4,P5,P6,P7,P8,P9,P10 ~ ['cards']
          P0,P1 ~ P0,P0 ~ ['card_index']
          P0,P1 ~ P0,P2 ~ ['card_index']
          P0,P1 ~ P0,U1 ~ ['type']
          U0,U1 ~ U0,V1 ~ ['type']
          U0,U1 ~ U0,R1 ~ ['type']
          R0,R1 ~ R0,D1 ~ ['type']
          """)
  void aCarouselHasTwoToTenCardsOfOneMake(String good, String bad, String named) {
    assertRule(carousel(good), carousel(bad), 131009, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          'body':{'text':'<x*160>'},'header':{'type':'image','image':{'id':'1'}} ~ 'body':{'text':'<x*161>'},'header':{'type':'image','image':{'id':'1'}} ~ 131009 ~ ['body']['text']
          'body':{'text':'a\\nb\\nc'},'header':{'type':'image','image':{'id':'1'}} ~ 'body':{'text':'a\\nb\\nc\\nd'},'header':{'type':'image','image':{'id':'1'}} ~ 131009 ~ line breaks
          'header':{'type':'image','image':{'id':'1'}} ~ 'body':{'text':'x'} ~ 131008 ~ ['header']
          'header':{'type':'video','video':{'id':'1'}} ~ 'header':{'type':'text','text':'x'} ~ 131009 ~ ['header']['type']
          """)
  void aCardOfACarouselShowsSomething(String good, String bad, int code, String named) {
    String card =
        "{'card_index':%d,'type':'cta_url',%s,'action':{'name':'cta_url','parameters':{"
            + "'display_text':'x','url':'https://a.example'}}}";
    assertRule(
        interactive("carousel", "'cards':[" + twice(card, good) + "]"),
        interactive("carousel", "'cards':[" + twice(card, bad) + "]"),
        code,
        named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          product ~ 'catalog_id':'C1','product_retailer_id':'x' ~ catalog_id
          catalog_message ~ 'name':'catalog_message' ~ name
          """)
  void productsNeedACatalogue(String type, String action, String named) {
    String message = "{" + interactive(type, action) + "}";
    assertDoesNotThrow(() -> LINKED.check(param(message)));
    GraphError error = assertThrows(Refused.class, () -> UNLINKED.check(param(message))).error();
    assertTrue(error.details() != null && error.details().contains(named));
  }

  @Test
  void aListHasTenRowsInAllAtMost() {
    String list = "'button':'x','sections':[{'title':'a','rows':[%s]},{'title':'b','rows':[%s]}]";
    assertRule(
        interactive("list", list.formatted(rows(0, 5), rows(5, 10))),
        interactive("list", list.formatted(rows(0, 5), rows(5, 11))),
        131009,
        "['sections']");
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{'id':'" + i + "','title':'a'}")
        .collect(Collectors.joining(","));
  }

  @Test
  void aProductListHasAHeaderOfText() {
    String list = "'catalog_id':'C1','sections':[{'product_items':[{'product_retailer_id':'x'}]}]";
    assertRule(
        productList(list), interactive("product_list", list), 131008, "interactive['header']");
    assertRule(
        productList(list),
        productList(list).replace("'type':'text','text':'h'", "'type':'image','image':{'id':'1'}"),
        131009,
        "['header']['type']");
  }

  @Test
  void sectionsHaveTitlesWhereThereAreSeveral() {
    String list = "'button':'x','sections':[{'title':'s','rows':[{'id':'1','title':'a'}]},{%s}]";
    String rows = "'rows':[{'id':'2','title':'a'}]";
    assertRule(
        interactive("list", list.formatted("'title':'s'," + rows)),
        interactive("list", list.formatted(rows)),
        131008,
        "[1]['title']");
    String products = "'product_items':[{'product_retailer_id':'x'}]";
    String all = "'catalog_id':'C1','sections':[{'title':'s'," + products + "},{%s}]";
    assertRule(
        productList(all.formatted("'title':'s'," + products)),
        productList(all.formatted(products)),
        131008,
        "[1]['title']");
  }

  @ParameterizedTest
  @CsvSource({"product", "catalog_message", "carousel", "location_request_message"})
  void someKindsHaveNoHeader(String type) {
    String header = ",'header':{'type':'text','text':'x'}}";
    String message = "{" + interactive(type, "'name':'x'").replaceFirst("}$", header) + "}";
    GraphError error = assertThrows(Refused.class, () -> LINKED.check(param(message))).error();
    assertTrue(error.details() != null && error.details().contains("['header']"));
  }

  private static String interactive(String type, String action) {
    return "'type':'interactive','interactive':{'type':'%s','body':{'text':'x'},'action':{%s}}"
        .formatted(type, action);
  }

  private static String productList(String action) {
    return interactive("product_list", action)
        .replace("'body'", "'header':{'type':'text','text':'h'},'body'");
  }

  private static String twice(String card, String inside) {
    return card.formatted(0, inside) + "," + card.formatted(1, inside);
  }

  /** Cards by letter and index: a product, an image or video with a link, one or two replies. */
  private static String carousel(String cards) {
    StringBuilder all = new StringBuilder();
    for (String card : cards.split(",")) {
      all.append(all.isEmpty() ? "" : ",").append(card(card.charAt(0), card.substring(1)));
    }
    return interactive("carousel", "'cards':[" + all + "]");
  }

  private static String card(char make, String index) {
    String reply = "{'type':'quick_reply','quick_reply':{'id':'1','title':'a'}}";
    String url = "'name':'cta_url','parameters':{'display_text':'x','url':'https://a.example'}";
    String image = "'cta_url','header':{'type':'image','image':{'id':'1'}},'action':";
    String made =
        switch (make) {
          case 'P' -> "'product','action':{'catalog_id':'C1','product_retailer_id':'x'}";
          case 'U' -> image + "{" + url + "}";
          case 'V' -> image.replace("image", "video") + "{" + url + "}";
          case 'R' -> image + "{'buttons':[" + reply + "]}";
          default -> image + "{'buttons':[" + reply + "," + reply + "]}";
        };
    return "{'card_index':" + index + ",'type':" + made + "}";
  }

  private static void assertRule(String good, String bad, int code, String named) {
    assertDoesNotThrow(() -> LINKED.check(param("{" + good + "}")));
    GraphError error =
        assertThrows(Refused.class, () -> LINKED.check(param("{" + bad + "}"))).error();
    assertEquals(code, error.code(), error.toString());
    assertTrue(error.toString().contains(named), error.toString());
  }

  private static Param param(String message) {
    return Param.of(Spelled.json(message), WhatsappWording.WORDS);
  }
}
