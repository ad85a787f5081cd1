package org.orderengine.verification.interleave;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a story once for every way in which its commands can meet.
 *
 * <pre>{@code
 * int ways = Interleavings.of(switches -> new PayAgainstCancel(switches)).explore();
 * }</pre>
 *
 * <p>The ways are gone through depth first, without repetition: one command has the baton at a time, and each switch is a
 * choice of who gets it next. Two commands of m and n calls meet in (m + n)! / (m! n!) ways, and more where one has to decide
 * again. Three soon meet in too many: {@link #preemptions} then bounds how often a command loses the baton though it could go
 * on. Most faults need few such losses (Musuvathi and Qadeer, Iterative Context Bounding for Systematic Testing of
 * Multithreaded Programs, PLDI 2007).
 *
 * <p>A story has to go the same way every time that its choices are the same: virtual time, fake services, no chance.
 */
public final class Interleavings {

    private final Function<Switches, Story> stories;
    private int mostWays = 100_000;
    private int mostPreemptions = Integer.MAX_VALUE;

    private Interleavings(Function<Switches, Story> stories) {
        this.stories = stories;
    }

    /** The interleavings of stories, each made by {@code stories} when its turn comes. */
    public static Interleavings of(Function<Switches, Story> stories) {
        return new Interleavings(stories);
    }

    /** Only those ways in which commands lose the baton at most {@code most} times though they could go on; all unless given. */
    public Interleavings preemptions(int most) {
        this.mostPreemptions = most;
        return this;
    }

    /** How many ways are too many to go through; 100 000 unless given. */
    public Interleavings ways(int most) {
        this.mostWays = most;
        return this;
    }

    /**
     * Goes through all ways.
     *
     * @return how many there were
     * @throws AssertionError if a command threw, or a check failed, with the calls in the order in which they were made
     * @throws IllegalStateException if there are too many ways, or a story did not go the same way with the same choices
     */
    public int explore() {
        List<Choice> choices = new ArrayList<>();
        for (int way = 1; way <= mostWays; way++) {
            tell(choices);
            while (!choices.isEmpty() && choices.get(choices.size() - 1).isLast()) {
                choices.remove(choices.size() - 1);
            }
            if (choices.isEmpty()) {
                return way;
            }
            Choice last = choices.remove(choices.size() - 1);
            choices.add(new Choice(last.taken() + 1, last.options()));
        }
        throw new IllegalStateException(
                "the commands meet in more than " + mostWays + " ways; bound the preemptions, or allow for more ways");
    }

    /** One of several actors was chosen. */
    private record Choice(int taken, int options) {
        boolean isLast() {
            return taken + 1 == options;
        }
    }

    /** Tells one story: the choices that are given first, then always the first option, added to the choices. */
    private void tell(List<Choice> choices) {
        Story story = stories.apply(new Switches());
        List<Actor> actors = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        try {
            story.commands().forEach((name, command) -> actors.add(new Actor(name, command)));
            actors.forEach(Actor::step);
            run(actors, choices, calls);
            for (Actor actor : actors) {
                if (actor.thrown() != null) {
                    throw new AssertionError(actor.next() + " threw", actor.thrown());
                }
            }
            story.check();
        } catch (AssertionError wrong) {
            throw new AssertionError(wrong.getMessage() + "\nafter " + String.join("\n      ", calls), wrong);
        } finally {
            actors.forEach(Actor::abandon);
        }
    }

    private void run(List<Actor> actors, List<Choice> choices, List<String> calls) {
        Actor current = null;
        int preemptions = 0;
        int depth = 0;
        for (List<Actor> options = options(actors, current, preemptions);
                !options.isEmpty();
                options = options(actors, current, preemptions)) {
            int taken = 0;
            if (options.size() > 1) {
                if (depth == choices.size()) {
                    choices.add(new Choice(0, options.size()));
                } else if (choices.get(depth).options() != options.size()) {
                    throw new IllegalStateException("the story does not go the same way with the same choices: "
                            + options.size() + " commands could go on where there were "
                            + choices.get(depth).options());
                }
                taken = choices.get(depth).taken();
                depth++;
            }
            Actor next = options.get(taken);
            if (current != null && next != current && !current.isFinished()) {
                preemptions++;
            }
            current = next;
            calls.add(next.next());
            next.step();
        }
    }

    /** Who may go on: the one that has the baton first, and alone once no more preemptions are left. */
    private List<Actor> options(List<Actor> actors, @Nullable Actor current, int preemptions) {
        List<Actor> options = new ArrayList<>();
        if (current != null && !current.isFinished()) {
            options.add(current);
            if (preemptions >= mostPreemptions) {
                return options;
            }
        }
        for (Actor actor : actors) {
            if (actor != current && !actor.isFinished()) {
                options.add(actor);
            }
        }
        return options;
    }
}
