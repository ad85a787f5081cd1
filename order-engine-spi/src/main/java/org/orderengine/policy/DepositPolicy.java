package org.orderengine.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;

/**
 * A policy on deposits: how much is a deposit, and what becomes of it when the balance is not paid.
 *
 * <pre>{@code
 * DepositPolicy tenPercent = new DepositPolicy(new BigDecimal("0.10"), Duration.ofDays(14), false);
 * }</pre>
 *
 * <p>Default: any amount is a deposit, the balance may be paid for 30 days, and the deposit is kept when it is not. A share
 * outside 0 to 1 and a time of zero or less are an {@link IllegalArgumentException}.
 *
 * @param minimumShare the least share of the total that counts as a deposit, 0 to 1; with 0 any amount does
 * @param balanceWithin how long after placing the balance may be paid: more than zero
 * @param kept whether the shop keeps the deposit when the balance is not paid in time
 */
public record DepositPolicy(BigDecimal minimumShare, Duration balanceWithin, boolean kept) {

    /** Any amount is a deposit; the balance may be paid for 30 days, and the deposit is kept when it is not. */
    public static final DepositPolicy DEFAULT = new DepositPolicy(BigDecimal.ZERO, Duration.ofDays(30), true);

    public DepositPolicy {
        if (minimumShare.signum() < 0 || minimumShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a deposit of " + minimumShare + " of the total is not 0 to 1 of it");
        }
        if (balanceWithin.isNegative() || balanceWithin.isZero()) {
            throw new IllegalArgumentException("a balance has to be payable for more than " + balanceWithin);
        }
    }

    /** This policy with the deposit kept, or not, when the balance is not paid in time. */
    public DepositPolicy withKept(boolean isKept) {
        return new DepositPolicy(minimumShare, balanceWithin, isKept);
    }

    /** The least amount that counts as a deposit of an order: total × minimum share, rounded up to a minor unit. */
    public Money minimumOf(Order order) {
        BigDecimal total = BigDecimal.valueOf(order.totals().total().minorUnits());
        return order.books()
                .money(total.multiply(minimumShare)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
    }

    /** The deposit of an order: the amounts kept of its payments, earliest first, until they reach the least that counts. */
    public Money depositOf(Order order) {
        Money minimum = minimumOf(order);
        Money deposit = order.books().money(0);
        for (Payment payment : order.books().payments()) {
            if (deposit.isPositive() && deposit.compareTo(minimum) >= 0) {
                break;
            }
            deposit = deposit.plus(payment.kept());
        }
        return deposit;
    }
}
