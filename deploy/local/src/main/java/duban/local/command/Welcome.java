package duban.local.command;

import duban.local.home.Home;
import duban.local.identity.TokenMint;
import java.net.URI;

/** What a newcomer reads when the system is up: where to look and what to type. */
record Welcome(URI gateway, TokenMint tokens, Home home) {

  String text() {
    return """

    Duban is up. Open in a browser:

      %1$s/#token=%2$s

    Paste into another terminal to post an event and see it arrive:

      REPORTER=%3$s
      VIEWER=%2$s

      curl -sS -X POST %1$s/api/v1/districts/320412/events -H "Authorization: Bearer $REPORTER" -H 'Content-Type: application/json' -d '{"id":"try-'$(date +%%s)'","type":"progress.reported","target":"320412-2022.6.1","asOf":"2022-06-30","value":3300,"note":"by hand"}'

      curl -sS '%1$s/api/v1/rollups?year=2022&scope=320400&indicator=new-seats' -H "Authorization: Bearer $VIEWER"

      curl -sSN '%1$s/api/v1/live?scope=320400&year=2022' -H "Authorization: Bearer $VIEWER"

    API description: %1$s/docs    data and logs: %4$s
    Ctrl-C here or ./duban down stops it and keeps the data.
    """
        .formatted(
            gateway,
            tokens.token("city-viewer", "320000"),
            tokens.token("district-reporter", "320412"),
            home.path());
  }
}
