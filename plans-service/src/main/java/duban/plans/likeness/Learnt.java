package duban.plans.likeness;

/** What a published target was mapped to. */
public record Learnt(String target, String title, String indicator) {}
