package dev.parley.bench.search;

import java.util.List;
import java.util.Locale;

/** Names of products as shops have them, in Chinese, Thai and English; some words are common. */
final class Names {
  private static final List<String> CHINESE_HEADS =
      List.of("高山", "凍頂", "陳年", "有機", "手採", "蜜香", "炭焙", "冷泡", "春季", "冬季");
  private static final List<String> CHINESE_THINGS =
      List.of("烏龍茶", "紅茶", "綠茶", "普洱茶", "東方美人茶", "茉莉花茶", "蓋碗", "茶壺", "保溫杯", "茶具組");
  private static final List<String> CHINESE_TAILS = List.of("禮盒", "隨身包", "家庭號", "限定版", "兩入組");
  private static final List<String> THAI_HEADS =
      List.of("ชาเขียว", "ชาอู่หลง", "ชาดำ", "กาแฟ", "น้ำผึ้ง", "ขนม", "ครีมบำรุงผิว", "เสื้อยืด");
  private static final List<String> THAI_TAILS =
      List.of("มะลิ", "พรีเมียม", "ออร์แกนิก", "สูตรใหม่", "ขนาดใหญ่", "แพ็คคู่");
  private static final List<String> ENGLISH_HEADS =
      List.of("Alishan", "Classic", "Organic", "Roasted", "Hand picked", "Limited", "Spring");
  private static final List<String> ENGLISH_THINGS =
      List.of(
          "Oolong Tea", "Black Tea", "Tea Pot", "Travel Mug", "Gift Box", "T-Shirt", "Tote Bag");

  private Names() {}

  static String sku(int number) {
    return String.format(Locale.ROOT, "SKU-%06d", number);
  }

  static String name(int number) {
    int rest = number / 3;
    return switch (number % 3) {
      case 0 ->
          of(CHINESE_HEADS, rest)
              + of(CHINESE_THINGS, rest / 10)
              + of(CHINESE_TAILS, rest / 100)
              + " "
              + rest;
      case 1 -> of(THAI_HEADS, rest) + of(THAI_TAILS, rest / 8) + " " + rest;
      default -> of(ENGLISH_HEADS, rest) + " " + of(ENGLISH_THINGS, rest / 7) + " " + rest;
    };
  }

  private static String of(List<String> words, int number) {
    return words.get(number % words.size());
  }
}
