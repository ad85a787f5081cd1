package org.orderengine.machine;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Calls the host's guards and actions, each from the place in this code that its lane says.
 *
 * <p>The compiler of the virtual machine inlines a call as long as it meets one or two classes at its call site. Called from one place, the
 * guards of a machine are too many for that; spread over several, those of a small machine are not, and a step takes half the time.
 */
final class CallSites {

    /** How many places there are to call from. */
    static final int LANES = 8;

    private CallSites() {}

    /** Asks a predicate. */
    static <C> boolean ask(int lane, Predicate<? super C> predicate, C context) {
        return switch (lane) {
            case 0 -> ask0(predicate, context);
            case 1 -> ask1(predicate, context);
            case 2 -> ask2(predicate, context);
            case 3 -> ask3(predicate, context);
            case 4 -> ask4(predicate, context);
            case 5 -> ask5(predicate, context);
            case 6 -> ask6(predicate, context);
            default -> ask7(predicate, context);
        };
    }

    /** Performs an action. */
    static <C> void perform(int lane, Consumer<? super C> action, C context) {
        switch (lane) {
            case 0 -> perform0(action, context);
            case 1 -> perform1(action, context);
            case 2 -> perform2(action, context);
            case 3 -> perform3(action, context);
            case 4 -> perform4(action, context);
            case 5 -> perform5(action, context);
            case 6 -> perform6(action, context);
            default -> perform7(action, context);
        }
    }

    private static <C> boolean ask0(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform0(Consumer<? super C> action, C context) {
        action.accept(context);
    }

    private static <C> boolean ask1(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform1(Consumer<? super C> action, C context) {
        action.accept(context);
    }

    private static <C> boolean ask2(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform2(Consumer<? super C> action, C context) {
        action.accept(context);
    }

    private static <C> boolean ask3(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform3(Consumer<? super C> action, C context) {
        action.accept(context);
    }

    private static <C> boolean ask4(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform4(Consumer<? super C> action, C context) {
        action.accept(context);
    }

    private static <C> boolean ask5(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform5(Consumer<? super C> action, C context) {
        action.accept(context);
    }

    private static <C> boolean ask6(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform6(Consumer<? super C> action, C context) {
        action.accept(context);
    }

    private static <C> boolean ask7(Predicate<? super C> predicate, C context) {
        return predicate.test(context);
    }

    private static <C> void perform7(Consumer<? super C> action, C context) {
        action.accept(context);
    }
}
