package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Plan;
import duban.local.home.Refusal;
import duban.local.identity.TokenMint;
import duban.local.sample.Poster.Posted;
import duban.local.sample.SampleGateway.Answer;
import duban.local.sample.SampleGateway.Caller;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Puts the sample into a running system, through the public API and as of 30 June 2022. What is
 * there already stays as it is, so that a second load, or one after a crash, changes nothing.
 */
public final class SampleLoader {

  /** The day whose picture the sample shows first. */
  public static final LocalDate SHOWN = LocalDate.of(2022, 6, 30);

  private static final LocalDate CATALOGUE_DEFINED = LocalDate.of(2022, 1, 4);
  private static final LocalDate EARLIER_ENTERED = LocalDate.of(2022, 1, 6);
  private static final LocalDate PLANS_PUBLISHED = LocalDate.of(2022, 1, 10);

  static final String EVERYWHERE = "320000";
  static final Caller BUREAU = new Caller("city-admin", EVERYWHERE);

  private static final int NOT_FOUND = 404;

  private final URI gateway;
  private final TokenMint tokens;
  private final PrintStream progress;
  private final Sample sample = Sample.load();

  public SampleLoader(URI gateway, TokenMint tokens, PrintStream progress) {
    this.gateway = gateway;
    this.tokens = tokens;
    this.progress = progress;
  }

  /** Returns when the municipal rollup shows the sample. */
  public void load() throws InterruptedException {
    try (SampleGateway system = new SampleGateway(gateway, tokens);
        ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Posting> year = Chronicle.of(sample);
      defineIndicators(system, side);
      defineProgrammes(system, side);
      all(side, sample.earlier().stream().map(plan -> entering(system, plan)).toList());
      all(
          side,
          sample.plans().stream().map(plan -> publishing(system, plan, PLANS_PUBLISHED)).toList());
      List<Posting> shown = year.stream().filter(posting -> !posting.day().isAfter(SHOWN)).toList();
      List<Posted> posted =
          all(
              side,
              sample.plans().stream()
                  .map(plan -> posting(system, plan.district(), shown))
                  .toList());
      Posted sum = posted.stream().reduce(Posted.NOTHING, Posted::and);
      say("%d events up to %s, %d of them new".formatted(sum.events(), SHOWN, sum.fresh()));
      say(Headline.words(new Headline(system).after(positions(posted))));
    }
  }

  private void defineIndicators(SampleGateway system, ExecutorService side)
      throws InterruptedException {
    Set<String> known = knownIndicators(system);
    List<Callable<Boolean>> missing =
        sample.indicators().stream()
            .filter(indicator -> !known.contains(indicator.key()))
            .map(indicator -> defining(system, "/indicators/" + indicator.key(), indicator))
            .toList();
    all(side, missing);
    say("%d indicators, %d of them new".formatted(sample.indicators().size(), missing.size()));
  }

  private static Set<String> knownIndicators(SampleGateway system) throws InterruptedException {
    Answer answer = good(system.get(BUREAU, "/indicators?limit=1000"), "the catalogue");
    Set<String> keys = new HashSet<>();
    answer.json().get("indicators").forEach(indicator -> keys.add(indicator.get("key").asText()));
    return keys;
  }

  private static Callable<Boolean> defining(SampleGateway system, String path, Object entry) {
    return () ->
        good(
                system.put(
                    BUREAU,
                    path,
                    json(entry),
                    SampleGateway.RECORDED_ON,
                    CATALOGUE_DEFINED.toString()),
                path)
            .isGood();
  }

  private void defineProgrammes(SampleGateway system, ExecutorService side)
      throws InterruptedException {
    List<Callable<Boolean>> missing = new ArrayList<>();
    for (Programme programme : sample.programmes()) {
      String path = "/programmes/" + programme.key();
      if (system.get(BUREAU, path).status() == NOT_FOUND) {
        missing.add(defining(system, path, programme));
      }
    }
    all(side, missing);
    say("%d programmes, %d of them new".formatted(sample.programmes().size(), missing.size()));
  }

  /**
   * A plan of the year before, with what became of it: published, reported on and closed, all on
   * the day it is entered. One that is closed is there whole.
   */
  private Callable<Boolean> entering(SampleGateway system, Plan plan) {
    return () -> {
      String path = "/plans/" + plan.id();
      Answer there = system.get(BUREAU, path);
      if (there.isGood() && there.json().path("state").asText().equals("closed")) {
        return false;
      }
      publishing(system, plan, EARLIER_ENTERED).call();
      new Poster(system, plan.district()).post(Chronicle.entered(sample, EARLIER_ENTERED));
      good(
          system.post(BUREAU, path + "/close", SampleGateway.JSON, "{}", EARLIER_ENTERED),
          plan.id());
      return true;
    };
  }

  /**
   * Hands the plan in and publishes it, unless the system has it; what it says then is not ours.
   */
  private Callable<Boolean> publishing(SampleGateway system, Plan plan, LocalDate on) {
    return () -> {
      String path = "/plans/" + plan.id();
      Answer there = system.get(BUREAU, path);
      if (there.status() == NOT_FOUND) {
        Caller planner = new Caller("district-planner", plan.district());
        there = good(system.post(planner, "/plans", SampleGateway.JSON, json(plan), on), plan.id());
      }
      boolean fresh = good(there, plan.id()).json().path("revision").isNull();
      if (fresh) {
        good(system.post(BUREAU, path + "/publish", SampleGateway.JSON, "{}", on), plan.id());
      }
      say(
          "plan %s with %d targets, %s"
              .formatted(plan.id(), plan.targets().count(), fresh ? "published" : "as it was"));
      return fresh;
    };
  }

  private static Callable<Posted> posting(
      SampleGateway system, String district, List<Posting> postings) {
    return () -> new Poster(system, district).post(postings);
  }

  /** {@code 320412:812,320481:640}, for a query that is to know of them. */
  private String positions(List<Posted> posted) {
    StringBuilder positions = new StringBuilder();
    for (int i = 0; i < posted.size(); i++) {
      positions
          .append(i == 0 ? "" : ",")
          .append(sample.plans().get(i).district())
          .append(':')
          .append(posted.get(i).seq());
    }
    return positions.toString();
  }

  /** Runs them side by side; the first that fails ends it. */
  private static <T> List<T> all(ExecutorService side, List<? extends Callable<T>> tasks)
      throws InterruptedException {
    List<Future<T>> futures = side.invokeAll(tasks);
    return futures.stream().map(SampleLoader::resultOf).toList();
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException refused
          ? refused
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("the tasks have ended, nothing is waited for", e);
    }
  }

  private static Answer good(Answer answer, String what) {
    if (!answer.isGood()) {
      throw new Refusal(
          "the sample's %s was refused (%d): %s".formatted(what, answer.status(), answer.body()));
    }
    return answer;
  }

  private static String json(Object value) {
    JsonNode tree = Json.lenient().valueToTree(value);
    return tree.toString();
  }

  private void say(String line) {
    synchronized (progress) {
      progress.println("  sample: " + line);
    }
  }
}
