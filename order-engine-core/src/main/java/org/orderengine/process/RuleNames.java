package org.orderengine.process;

/** The built-in rules that timers of process definitions can name in {@code at}. */
public final class RuleNames {

    /** Until when the balance behind a deposit may be paid: a while after the order was placed, however often it is asked. */
    public static final String BALANCE_DEADLINE = "balance-deadline";

    private RuleNames() {}
}
