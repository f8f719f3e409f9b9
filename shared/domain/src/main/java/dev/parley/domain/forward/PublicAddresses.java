package dev.parley.domain.forward;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the open internet from those of a network's inside. What is not surely open is
 * inside: this machine, private and shared networks, neighbours and metadata services, groups, what
 * is reserved, and addresses of IPv6 that stand for ones of IPv4.
 */
public final class PublicAddresses {
  /** Each as its first address and how many bits count. */
  private static final int[][] INSIDE = {
    {ip(0, 0, 0, 0), 8},
    {ip(10, 0, 0, 0), 8},
    {ip(100, 64, 0, 0), 10},
    {ip(127, 0, 0, 0), 8},
    {ip(169, 254, 0, 0), 16},
    {ip(172, 16, 0, 0), 12},
    {ip(192, 0, 0, 0), 24},
    {ip(192, 0, 2, 0), 24},
    {ip(192, 31, 196, 0), 24},
    {ip(192, 52, 193, 0), 24},
    {ip(192, 88, 99, 0), 24},
    {ip(192, 168, 0, 0), 16},
    {ip(192, 175, 48, 0), 24},
    {ip(198, 18, 0, 0), 15},
    {ip(198, 51, 100, 0), 24},
    {ip(203, 0, 113, 0), 24},
    {ip(224, 0, 0, 0), 4},
    {ip(240, 0, 0, 0), 4},
  };

  private PublicAddresses() {}

  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] b) {
    int address = ip(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff, b[3] & 0xff);
    for (int[] block : INSIDE) {
      if ((address ^ block[0]) >>> (32 - block[1]) == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Of IPv6 only global unicast ({@code 2000::/3}) is open: so the forms that hold an address of
   * IPv4 ({@code ::/96}, {@code ::ffff:0:0/96}, {@code 64:ff9b::/96}), local and link-local ones
   * and groups are not. Within it are not: protocols with Teredo ({@code 2001::/23}), examples
   * ({@code 2001:db8::/32}, {@code 3fff::/20}) and 6to4 ({@code 2002::/16}).
   */
  private static boolean isPublic6(byte[] b) {
    int first = group(b, 0);
    int second = group(b, 2);
    return (first & 0xe000) == 0x2000
        && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
        && first != 0x2002
        && !(first == 0x3fff && second < 0x1000);
  }

  private static int group(byte[] b, int at) {
    return (b[at] & 0xff) << 8 | (b[at + 1] & 0xff);
  }

  private static int ip(int a, int b, int c, int d) {
    return a << 24 | b << 16 | c << 8 | d;
  }
}
