package org.orderengine.testkit.property;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.orderengine.testkit.Answer;

/**
 * Generates lives of orders.
 *
 * <p>{@code any()} gives them to jqwik, which shortens a life that breaks a rule. {@link #number} gives the life of a number,
 * the same at every run.
 *
 * <p>Safe for any number of threads.
 */
public final class Lives {

    private static final int MAX_DEEDS = 30;
    private static final int CHOICES = 1000;
    private static final int LONG_OUTAGE = 12;
    private static final List<Answer> ANSWERS =
            List.of(Answer.DECLINED, Answer.UNKNOWN, Answer.UNKNOWN_DONE, Answer.FAILED, Answer.APPROVED);

    private Lives() {}

    /** Lives of up to thirty steps. */
    static Arbitrary<Life> any() {
        return Combinators.combine(
                        choice(),
                        deed().list().ofMaxSize(MAX_DEEDS),
                        Arbitraries.integers().between(0, 2))
                .as(Life::new);
    }

    /**
     * The life of that number, always the same.
     *
     * @param number any number
     */
    public static Life number(long number) {
        Numbers random = new Numbers(number);
        int upsetBefore = random.nextInt(3);
        List<TrialStep> deeds = new ArrayList<>();
        for (int i = 0; i < upsetBefore; i++) {
            deeds.add(upset(random));
        }
        int size = 5 + random.nextInt(MAX_DEEDS - 5);
        for (int i = 0; i < size; i++) {
            deeds.add(deed(random));
        }
        return new Life(random.nextInt(CHOICES), deeds, upsetBefore);
    }

    private static TrialStep deed(Numbers random) {
        return switch (random.nextInt(20)) {
            case 0, 1 -> upset(random);
            case 2 -> new TrialStep.Wait(Duration.ofSeconds(1 + random.nextInt(4000)));
            case 3, 4 -> new TrialStep.WaitForNext();
            case 5 -> new TrialStep.Ring(random.nextInt(CHOICES));
            case 6 -> new TrialStep.Restart();
            case 7, 8, 9 -> new TrialStep.Head(random.nextInt(CHOICES), random.nextInt(CHOICES));
            default -> new TrialStep.Act(random.nextInt(CHOICES), random.nextInt(5) > 0, random.nextInt(CHOICES));
        };
    }

    private static TrialStep upset(Numbers random) {
        Answer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
        return new TrialStep.Upset(random.nextInt(CHOICES), answer, random.nextInt(3) == 0 ? LONG_OUTAGE : 1);
    }

    private static Arbitrary<TrialStep> deed() {
        Arbitrary<TrialStep> acts = Combinators.combine(
                        choice(), Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)), choice())
                .as(TrialStep.Act::new);
        Arbitrary<TrialStep> waits =
                Arbitraries.integers().between(1, 4000).map(seconds -> new TrialStep.Wait(Duration.ofSeconds(seconds)));
        Arbitrary<TrialStep> upsets = Combinators.combine(
                        choice(), Arbitraries.of(ANSWERS), Arbitraries.of(1, 1, LONG_OUTAGE))
                .as(TrialStep.Upset::new);
        return Arbitraries.frequencyOf(
                Tuple.of(10, acts),
                Tuple.of(3, Combinators.combine(choice(), choice()).as(TrialStep.Head::new)),
                Tuple.of(2, upsets),
                Tuple.of(1, waits),
                Tuple.of(2, Arbitraries.just(new TrialStep.WaitForNext())),
                Tuple.of(1, choice().map(TrialStep.Ring::new)),
                Tuple.of(1, Arbitraries.just(new TrialStep.Restart())));
    }

    private static Arbitrary<Integer> choice() {
        return Arbitraries.integers().between(0, CHOICES - 1);
    }
}
