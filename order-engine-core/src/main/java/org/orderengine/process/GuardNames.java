package org.orderengine.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Return;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.spi.rule.Guard;

/** The built-in guards that process definitions can name in {@code when}. */
public final class GuardNames {

    /** Nothing is outstanding. */
    public static final String FULLY_PAID = "fully-paid";
    /** No unit is left that could still be shipped. */
    public static final String NOTHING_OPEN = "nothing-open";
    /** Some unit is left that could still be shipped. */
    public static final String SOMETHING_OPEN = "something-open";
    /** The inventory holds units for the order that have not left. */
    public static final String SOMETHING_HELD = "something-held";
    /** The order stands for no unit any more. */
    public static final String NOTHING_LEFT = "nothing-left";
    /** Everything that the order stands for was shipped and has arrived. */
    public static final String ALL_DELIVERED = "all-delivered";
    /** At least the deposit was paid. */
    public static final String DEPOSIT_COVERED = "deposit-covered";
    /** The shop keeps a deposit whose balance was not paid. */
    public static final String DEPOSIT_KEPT = "deposit-kept";

    /** Every return has come to its end. */
    public static final String NO_RETURN_OPEN = "no-return-open";

    /** No change waits to be confirmed. */
    public static final String NOTHING_PROPOSED = "nothing-proposed";

    private GuardNames() {}

    static Map<String, Guard> all(DepositPolicy deposits) {
        Map<String, Guard> guards = new LinkedHashMap<>();
        guards.put(FULLY_PAID, (order, now) -> outstanding(order));
        guards.put(
                NOTHING_OPEN, (order, now) -> order.books().isNothingUnshipped() ? null : "some units are not shipped");
        guards.put(
                SOMETHING_OPEN, (order, now) -> order.books().isNothingUnshipped() ? "nothing is left to ship" : null);
        guards.put(SOMETHING_HELD, (order, now) -> isAnyHeld(order) ? null : "no unit is held");
        guards.put(NOTHING_LEFT, (order, now) -> order.books().isNothingLeft() ? null : "some units remain");
        guards.put(
                NO_RETURN_OPEN,
                (order, now) -> order.books().returns().stream().allMatch(Return::ended) ? null : "a return is open");
        guards.put(NOTHING_PROPOSED, (order, now) -> proposed(order.flow().proposal()));
        guards.put(ALL_DELIVERED, (order, now) -> undelivered(order));
        guards.put(DEPOSIT_COVERED, (order, now) -> missingDeposit(order, deposits));
        guards.put(DEPOSIT_KEPT, (order, now) -> deposits.kept() ? null : "deposits are given back");
        return guards;
    }

    private static boolean isAnyHeld(Order order) {
        return order.books().lines().stream().anyMatch(line -> line.units().reserved() > 0);
    }

    private static @Nullable String missingDeposit(Order order, DepositPolicy deposits) {
        Money deposit = deposits.depositOf(order);
        Money minimum = deposits.minimumOf(order);
        return deposit.isPositive() && deposit.compareTo(minimum) >= 0
                ? null
                : deposit + " paid of a deposit of at least " + minimum;
    }

    private static @Nullable String proposed(@Nullable ProposedChange proposed) {
        return proposed == null ? null : "change " + proposed.id() + " waits to be confirmed";
    }

    private static @Nullable String outstanding(Order order) {
        Money outstanding = order.totals().outstanding().minus(order.books().expectedBack());
        return outstanding.isPositive() ? outstanding + " outstanding" : null;
    }

    private static @Nullable String undelivered(Order order) {
        for (Line line : order.books().lines()) {
            if (line.units().unshipped() > 0
                    || line.units().delivered() < line.units().shipped()) {
                return "some units are not delivered";
            }
        }
        return null;
    }
}
