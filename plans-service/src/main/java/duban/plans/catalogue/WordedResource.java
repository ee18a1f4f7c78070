package duban.plans.catalogue;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.catalogue.Wordings.Worded;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the catalogue's things answer alike: pages by key, and each wording with its ETag. */
public final class WordedResource {

  private static final int MOST_ON_A_PAGE = 1_000;

  private WordedResource() {}

  /**
   * What follows a key.
   *
   * @param next the key to go on from; null at the end
   */
  public record Following<T>(List<T> page, @Nullable String next) {}

  /**
   * @param limit at most so many, within what a page may have
   */
  public static <T> Following<T> following(
      SortedMap<String, Wording<T>> all, String after, int limit) {
    // The smallest string past "after" is "after" with a NUL behind it.
    SortedMap<String, Wording<T>> rest = all.tailMap(after.isEmpty() ? "" : after + '\0');
    int most = Math.clamp(limit, 1, MOST_ON_A_PAGE);
    List<String> keys = rest.keySet().stream().limit(most).toList();
    List<T> page = rest.values().stream().limit(most).map(Wording::content).toList();
    return new Following<>(page, rest.size() > most ? keys.getLast() : null);
  }

  /** One by its key; {@code zh} and {@code en} say that there is none. */
  public static Response one(@Nullable Wording<?> wording, String zh, String en) {
    if (wording == null) {
      throw ProblemException.of(ProblemType.NOT_FOUND, zh, en);
    }
    return answer(Response.ok(), wording);
  }

  /** What became of wording it: 201 when it is new. */
  public static Response answer(Worded<?> worded, String address) {
    return answer(
        worded.created() ? Response.created(URI.create(address)) : Response.ok(), worded.wording());
  }

  private static Response answer(Response.ResponseBuilder response, Wording<?> wording) {
    return response.header(HttpHeaders.ETAG, wording.etag()).entity(wording.content()).build();
  }
}
