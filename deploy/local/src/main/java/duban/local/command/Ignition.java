package duban.local.command;

import duban.local.part.Parts;
import duban.local.part.Service;
import duban.local.process.Console;
import duban.local.process.Part;
import duban.local.process.PartFailed;
import duban.local.process.Supervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Starts the parts as far side by side as they allow: only the services that have a database wait,
 * for PostgreSQL. None waits for Kafka: they reach it when it is there.
 */
record Ignition(Parts parts, Supervisor supervisor, Console console, Set<String> without) {

  /** Returns when every part is ready; throws the first part's failure. */
  void run() throws IOException, PartFailed {
    List<CompletableFuture<?>> all = new ArrayList<>();
    List<CompletableFuture<?>> postgres = start(List.of(parts.postgres()));
    all.addAll(postgres);
    all.addAll(start(List.of(parts.kafka())));
    List<Part> services = services(Service.PLANS, Service.PROGRESS, Service.REPORTING);
    List<Part> door = services(Service.GATEWAY);
    awaitAllUnlessOneFails(postgres);
    all.addAll(start(services));
    all.addAll(start(door));
    awaitAllUnlessOneFails(all);
  }

  /** Those that are not left out; what is left out need not even be built. */
  private List<Part> services(Service... wanted) throws IOException {
    List<Part> services = new ArrayList<>();
    for (Service service : wanted) {
      if (!without.contains(service.module())) {
        services.add(parts.service(service));
      }
    }
    return services;
  }

  private List<CompletableFuture<?>> start(List<Part> wanted) {
    List<Part> parts = wanted.stream().filter(part -> !without.contains(part.name())).toList();
    List<CompletableFuture<Duration>> ready = supervisor.startTogether(parts);
    List<CompletableFuture<?>> announced = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      announced.add(ready.get(i).thenAccept(took -> announce(part, took)));
    }
    return announced;
  }

  private void announce(Part part, Duration took) {
    console.say(
        "  %-18s ready after %-6s (port %d)"
            .formatted(part.name(), Console.seconds(took), part.port()));
  }

  private static void awaitAllUnlessOneFails(List<CompletableFuture<?>> all)
      throws IOException, PartFailed {
    CompletableFuture<Object> failure = new CompletableFuture<>();
    CompletableFuture<?>[] watched =
        all.stream()
            .map(one -> one.whenComplete((_, why) -> failIf(failure, why)))
            .toArray(CompletableFuture[]::new);
    await(CompletableFuture.anyOf(CompletableFuture.allOf(watched), failure));
  }

  private static void failIf(CompletableFuture<?> failure, @Nullable Throwable why) {
    if (why != null) {
      failure.completeExceptionally(why);
    }
  }

  private static void await(CompletableFuture<?> future) throws IOException, PartFailed {
    try {
      future.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case PartFailed part -> throw part;
        case IOException io -> throw io;
        case RuntimeException refused -> throw refused;
        case null, default -> throw failed;
      }
    }
  }
}
