package duban.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.home.Home;
import duban.local.home.Refusal;
import duban.local.identity.LocalIssuer;
import duban.local.process.Launcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Codes to propose at the shell: those of the running system, else those of the sample's plans. */
public final class DistrictCodes implements Iterable<String> {

  private static final List<String> OF_THE_SAMPLE = List.of("320400", "320412", "320481");
  private static final String PROVINCE = "320000";

  @Override
  public Iterator<String> iterator() {
    try {
      Home home = Home.here();
      return Launcher.isReady(home.run()) ? ofSystem(home).iterator() : OF_THE_SAMPLE.iterator();
    } catch (IOException | Refusal none) {
      return OF_THE_SAMPLE.iterator();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return OF_THE_SAMPLE.iterator();
    }
  }

  private static List<String> ofSystem(Home home) throws IOException, InterruptedException {
    String token = LocalIssuer.of(home).token("city-viewer", PROVINCE);
    try (GatewayClient client = new GatewayClient(home.gateway(), token)) {
      List<String> codes = new ArrayList<>();
      for (JsonNode district : client.get("/districts").path("districts")) {
        codes.add(district.path("code").asText());
      }
      return codes;
    }
  }
}
