package dev.parley.platforms.forward;

import dev.parley.domain.forward.PublicAddresses;
import dev.parley.domain.forward.TargetRule;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections to hosts that stand for permitted addresses only, over TLS, with the
 * certificate held to the host's name.
 */
final class Connector {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MOST_ADDRESSES = 3;

  private final Lookup lookup;
  private final Predicate<InetAddress> permitted;
  private final SSLSocketFactory tls;

  /** Finds the addresses that a host's name stands for. */
  interface Lookup {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  Connector(Lookup lookup, Predicate<InetAddress> permitted, SSLSocketFactory tls) {
    this.lookup = lookup;
    this.permitted = permitted;
    this.tls = tls;
  }

  static Connector of(TargetRule rule) {
    return new Connector(
        InetAddress::getAllByName,
        address ->
            PublicAddresses.isPublic(address)
                || (rule.loopbackToo() && address.isLoopbackAddress()),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * Connects to what the host stands for.
   *
   * @param opened is told of each connection before anything waits on it: cutting it ends all that
   *     does
   */
  Socket connect(URI uri, Consumer<Socket> opened) throws IOException {
    String host = host(uri);
    InetAddress[] addresses = lookup.all(host);
    if (!Arrays.stream(addresses).allMatch(permitted)) {
      throw new NotPublic();
    }
    Socket plain = reached(Arrays.asList(addresses), TargetRule.port(uri), opened);
    return TargetRule.isLoopback(uri) ? plain : secured(plain, host, uri);
  }

  private static String host(URI uri) {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static Socket reached(List<InetAddress> addresses, int port, Consumer<Socket> opened)
      throws IOException {
    IOException last = new UnknownHostException();
    for (InetAddress address : addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()))) {
      Socket socket = new Socket();
      opened.accept(socket);
      try {
        socket.setSoTimeout(READ_MILLIS);
        socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        return socket;
      } catch (ConnectException | SocketTimeoutException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private Socket secured(Socket plain, String host, URI uri) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, TargetRule.port(uri), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
