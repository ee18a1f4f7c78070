package duban.reporting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a webhook may reach. */
class ReachTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "0.1.2.3",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "240.0.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:0:53aa::1",
        "2001:db8::1",
      })
  void theInnerNetworkIsOutOfReach(String address) throws UnknownHostException {
    assertThat(Reach.isPublic(InetAddress.getAllByName(address)[0])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "99.100.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.1.0.1",
        "193.0.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "198.51.99.1",
        "198.52.100.1",
        "203.0.112.1",
        "203.1.113.1",
        "223.255.255.255",
        "2001:4860::8888",
        "2606:4700::1111",
        "2606:db8::1"
      })
  void thePublicNetworkIsNot(String address) throws UnknownHostException {
    assertThat(Reach.isPublic(InetAddress.getAllByName(address)[0])).isTrue();
  }

  /** Whoever makes such a webhook hears so, and not only its log. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://10.0.0.1:8443/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://192.168.1.1",
        "https://[::1]/",
        "https://[fd12:3456::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "https://LOCALHOST./",
        "https://a.localhost/",
        "https://127.0.0.1/",
      })
  void aPrivateAddressIsSeenWithoutANameServer(String url) throws Destination.Refused {
    assertThatThrownBy(() -> Destination.read(url, false))
        .isInstanceOf(Destination.Refused.class)
        .hasMessage("the host has a private address");
    assertThat(Destination.read(url, true)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://1.1.1.1/", "https://[2606:4700::1111]/", "https://inner.example.cn/"})
  void otherAddressesAreLookedUpWhenAMessageGoesOut(String url) throws Destination.Refused {
    assertThat(Destination.read(url, false)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "ftp://example.com/",
        "https://user:secret@example.com/",
        "https:///path",
        "example.com",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "https://2130706433/",
      })
  void whatIsNoPublicHttpsAddressIsRefused(String url) {
    assertThatThrownBy(() -> Destination.resolve(url, false))
        .isInstanceOf(Destination.Refused.class);
  }
}
