package dev.parley.sandbox.meta.message;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case is a message that is just good, one that is just not, and what is named then. */
class PageRulesTest {
  private static final String TEMPLATE = "{'attachment':{'type':'template','payload':%s}}";
  private static final String CARD = "{'template_type':'generic','elements':[%s]}";
  private static final String BUTTON = CARD.formatted("{'title':'T','buttons':[{'type':%s}]}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          {'text':'<字*2000>'} ~ {'text':'<字*2001>'} ~ text
          {'text':'<🍎*2000>'} ~ {'text':'<🍎*2001>'} ~ text
          {'text':'x'} ~ {'text':' '} ~ text
          {'text':'x'} ~ {'text':7} ~ text
          {'text':'x'} ~ {'metadata':'x'} ~ text|attachment
          {'text':'x'} ~ {'text':'x','attachment':{'type':'image'}} ~ attachment
          {'text':'x','metadata':'<x*1000>'} ~ {'text':'x','metadata':'<x*1001>'} ~ metadata
          {'text':'x'} ~ {'text':'x','txt':'x'} ~ txt
          """)
  void aMessageIsATextOrAnAttachment(String good, String bad, String named) {
    assertRule(PageRules.MESSENGER, good, bad, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          <{'content_type':'user_email'},*12>{'content_type':'user_email'} ~ <{'content_type':'user_email'},*13>{'content_type':'user_email'} ~ quick_replies
          {'content_type':'text','title':'<x*20>','payload':'p'} ~ {'content_type':'text','title':'<x*21>','payload':'p'} ~ quick_replies[0][title]
          {'content_type':'text','title':'t','payload':'<p*1000>'} ~ {'content_type':'text','title':'t','payload':'<p*1001>'} ~ quick_replies[0][payload]
          {'content_type':'text','title':'t','payload':'p','image_url':'https://a.example/i'} ~ {'content_type':'text','title':'t','payload':'p','image_url':'i'} ~ quick_replies[0][image_url]
          {'content_type':'user_phone_number'} ~ {'content_type':'location'} ~ quick_replies[0][content_type]
          {'content_type':'text','title':'t','payload':'p'} ~ {'content_type':'text','payload':'p'} ~ quick_replies[0][title]
          """)
  void quickRepliesHaveLimits(String good, String bad, String named) {
    String message = "{'text':'x','quick_replies':[%s]}";
    assertRule(PageRules.MESSENGER, message.formatted(good), message.formatted(bad), named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          {'type':'file','payload':{'url':'https://a.example/f.pdf'}} ~ {'type':'poem','payload':{'url':'https://a.example/f.pdf'}} ~ attachment[type]
          {'type':'image','payload':{'url':'https://a.example/i','is_reusable':true}} ~ {'type':'image','payload':{'url':'https://a.example/i','is_reusable':'yes'}} ~ attachment[payload][is_reusable]
          {'type':'image','payload':{'attachment_id':'1'}} ~ {'type':'image','payload':{}} ~ attachment[payload][url|attachment_id]
          {'type':'image','payload':{'url':'https://a.example/i'}} ~ {'type':'image','payload':{'url':'ftp://a.example/i'}} ~ attachment[payload][url]
          {'type':'image','payload':{'url':'https://a.example/i'}} ~ {'type':'image'} ~ attachment[payload]
          """)
  void anAttachmentHasATypeAndAnAddress(String good, String bad, String named) {
    String message = "{'attachment':%s}";
    assertRule(PageRules.MESSENGER, message.formatted(good), message.formatted(bad), named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          <{'title':'T','subtitle':'S'},*9>{'title':'T','subtitle':'S'} ~ <{'title':'T','subtitle':'S'},*10>{'title':'T','subtitle':'S'} ~ [elements]
          {'title':'T','subtitle':'S'} ~ "" ~ [elements]
          {'title':'<字*80>','subtitle':'S'} ~ {'title':'<字*81>','subtitle':'S'} ~ [elements][0][title]
          {'title':'T','subtitle':'<字*80>'} ~ {'title':'T','subtitle':'<字*81>'} ~ [elements][0][subtitle]
          {'title':'T','image_url':'https://a.example/i'} ~ {'title':'T'} ~ [elements][0][title]
          {'title':'T','image_url':'https://a.example/i'} ~ {'title':'T','image_url':'//a.example/i'} ~ [elements][0][image_url]
          {'title':'T','subtitle':'S'} ~ {'subtitle':'S'} ~ [elements][0][title]
          {'title':'T','subtitle':'S'} ~ {'title':'T','subtitle':'S','price':'1'} ~ price
          {'title':'T','default_action':{'type':'web_url','url':'https://a.example'}} ~ {'title':'T','default_action':{'type':'web_url','url':'https://a.example','title':'View'}} ~ [default_action][title]
          {'title':'T','default_action':{'type':'web_url','url':'https://a.example'}} ~ {'title':'T','default_action':{'type':'postback','payload':'x'}} ~ payload
          {'title':'T','default_action':{'type':'web_url','url':'https://a.example'}} ~ {'title':'T','default_action':{'type':'web_url','url':'tel:1'}} ~ [default_action][url]
          {'title':'T','buttons':[<{'type':'postback','title':'B','payload':'p'},*2>{'type':'postback','title':'B','payload':'p'}]} ~ {'title':'T','buttons':[<{'type':'postback','title':'B','payload':'p'},*3>{'type':'postback','title':'B','payload':'p'}]} ~ [buttons]
          """)
  void aCardHasATitleAndSomethingBeside(String good, String bad, String named) {
    assertRule(PageRules.MESSENGER, card(good), card(bad), named);
    assertRule(PageRules.INSTAGRAM, card(good), card(bad), named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          'web_url','title':'<x*20>','url':'https://a.example' ~ 'web_url','title':'<x*21>','url':'https://a.example' ~ [buttons][0][title]
          'web_url','title':'x','url':'http://a.example' ~ 'web_url','title':'x','url':'javascript:x' ~ [buttons][0][url]
          'web_url','title':'x','url':'https://a.example','webview_height_ratio':'tall' ~ 'web_url','title':'x','url':'https://a.example','webview_height_ratio':'high' ~ webview_height_ratio
          'web_url','title':'x','url':'https://a.example' ~ 'web_url','url':'https://a.example' ~ [buttons][0][title]
          'postback','title':'x','payload':'<x*1000>' ~ 'postback','title':'x','payload':'<x*1001>' ~ [buttons][0][payload]
          'postback','title':'x','payload':'x' ~ 'postback','title':'x' ~ [buttons][0][payload]
          'postback','title':'x','payload':'x' ~ 'poke','title':'x','payload':'x' ~ [buttons][0][type]
          'phone_number','title':'x','payload':'+886223456789' ~ 'phone_number','title':'x','payload':'0223456789' ~ [buttons][0][payload]
          """)
  void aButtonOpensSomethingOrSendsSomething(String good, String bad, String named) {
    assertRule(
        PageRules.MESSENGER,
        TEMPLATE.formatted(BUTTON.formatted(good)),
        TEMPLATE.formatted(BUTTON.formatted(bad)),
        named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          {'template_type':'button','text':'<x*640>','buttons':[{'type':'postback','title':'x','payload':'x'}]} ~ {'template_type':'button','text':'<x*641>','buttons':[{'type':'postback','title':'x','payload':'x'}]} ~ [text]
          {'template_type':'button','text':'x','buttons':[{'type':'postback','title':'x','payload':'x'}]} ~ {'template_type':'button','text':'x','buttons':[]} ~ [buttons]
          {'template_type':'media','elements':[{'media_type':'image','url':'https://a.example'}]} ~ {'template_type':'media','elements':[{'media_type':'sound','url':'https://a.example'}]} ~ [media_type]
          {'template_type':'media','elements':[{'media_type':'image','attachment_id':'1'}]} ~ {'template_type':'media','elements':[{'media_type':'image'}]} ~ attachment_id|url
          {'template_type':'product','elements':[<{'id':'1'},*9>{'id':'1'}]} ~ {'template_type':'product','elements':[<{'id':'1'},*10>{'id':'1'}]} ~ [elements]
          {'template_type':'product','elements':[{'id':'1'}]} ~ {'template_type':'product','elements':[{}]} ~ [id]
          {'template_type':'generic','image_aspect_ratio':'square','elements':[{'title':'T','subtitle':'S'}]} ~ {'template_type':'generic','image_aspect_ratio':'round','elements':[{'title':'T','subtitle':'S'}]} ~ [image_aspect_ratio]
          {'template_type':'product','elements':[{'id':'1'}]} ~ {'template_type':'receipts','elements':[{'id':'1'}]} ~ [template_type]
          """)
  void theOtherTemplatesHaveTheirOwnRules(String good, String bad, String named) {
    assertRule(PageRules.MESSENGER, TEMPLATE.formatted(good), TEMPLATE.formatted(bad), named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          {'text':'<x*1000>'} ~ {'text':'<x*1001>'} ~ text
          {'text':'<字*333>x'} ~ {'text':'<字*334>'} ~ text
          {'text':'<ช*333>x'} ~ {'text':'<ช*334>'} ~ text
          {'attachment':{'type':'like_heart'}} ~ {'attachment':{'type':'sticker'}} ~ attachment[type]
          {'attachment':{'type':'MEDIA_SHARE','payload':{'id':'1'}}} ~ {'attachment':{'type':'MEDIA_SHARE','payload':{}}} ~ attachment[payload][id]
          {'attachment':{'type':'template','payload':{'template_type':'generic','elements':[{'title':'T','subtitle':'S'}]}}} ~ {'attachment':{'type':'template','payload':{'template_type':'media','elements':[{'media_type':'image','attachment_id':'1'}]}}} ~ [template_type]
          {'attachment':{'type':'template','payload':{'template_type':'generic','elements':[{'title':'T','buttons':[{'type':'postback','title':'x','payload':'x'}]}]}}} ~ {'attachment':{'type':'template','payload':{'template_type':'generic','elements':[{'title':'T','buttons':[{'type':'phone_number','title':'x','payload':'+886223456789'}]}]}}} ~ [buttons][0][type]
          """)
  void instagramCountsBytesAndHasAttachmentsOfItsOwn(String good, String bad, String named) {
    assertRule(PageRules.INSTAGRAM, good, bad, named);
  }

  private static String card(String elements) {
    return TEMPLATE.formatted(CARD.formatted(elements));
  }

  private static void assertRule(PageRules rules, String good, String bad, String named) {
    assertDoesNotThrow(() -> check(rules, good));
    GraphError error = assertThrows(Refused.class, () -> check(rules, bad)).error();
    assertEquals(100, error.code());
    assertTrue(error.message().contains(named), error.message());
  }

  private static void check(PageRules rules, String message) {
    rules.check(Param.of(Spelled.json(message), PageWording.WORDS));
  }
}
