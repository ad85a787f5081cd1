package org.orderengine.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The part of a charge that is left: the goods that it goes by, and those of them that are gone.
 *
 * <p>A charge of a line goes by the line's units, and each unit's share of it is as a unit's share of the line's price; of measured goods
 * charge × quantity gone ÷ quantity ordered goes back. One that is pro rata
 * goes by the goods' prices: charge × value gone ÷ value ever ordered, rounded half up, goes back. The value of a unit is its agreed price
 * before discounts. Where all goods are free, and for every other charge, it goes as a whole with the last unit.
 *
 * @param ordered what was ordered, in units of the line or in minor units of the goods' price; zero where it goes as a whole
 * @param gone what of it is gone now
 * @param goneBefore what of it was gone when the charge was priced
 * @param isNothingLeft whether the order stands for no unit any more
 * @param byUnits whether it goes by units that are counted
 */
record ChargeRest(BigDecimal ordered, BigDecimal gone, BigDecimal goneBefore, boolean isNothingLeft, boolean byUnits) {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    static ChargeRest of(ChargeTerms terms, BigDecimal goneBefore, List<Line> lines, boolean isNothingLeft) {
        if (terms.refund() == ChargeTerms.Refund.NEVER) {
            return new ChargeRest(NONE, NONE, NONE, false, false);
        }
        if (terms.line() != null) {
            Line line = Parts.find(lines, Line::id, terms.line());
            Units units = line == null ? Units.ordered(0) : line.units();
            return new ChargeRest(
                    BigDecimal.valueOf(units.ordered()),
                    BigDecimal.valueOf(units.gone()),
                    goneBefore,
                    isNothingLeft,
                    line == null || line.item().measure() == null);
        }
        if (terms.refund() == ChargeTerms.Refund.WITH_LAST) {
            return new ChargeRest(NONE, NONE, NONE, isNothingLeft, false);
        }
        BigDecimal ordered = NONE;
        BigDecimal gone = NONE;
        for (Line line : lines) {
            BigDecimal price = BigDecimal.valueOf(line.item().unitPrice().minorUnits());
            ordered = ordered.add(price.multiply(
                    Measure.decimal(line.item().measure(), line.units().ordered())));
            gone = gone.add(price.multiply(
                    Measure.decimal(line.item().measure(), line.units().gone())));
        }
        return new ChargeRest(ordered, gone, goneBefore, isNothingLeft, false);
    }

    /** Whether nothing of the charge went. */
    boolean isAll() {
        return !isNothingLeft && gone.compareTo(goneBefore) <= 0;
    }

    /** What is left of an amount of the charge. */
    Money of(Money amount) {
        BigDecimal all = ordered.subtract(goneBefore);
        BigDecimal went = gone.subtract(goneBefore);
        if (isNothingLeft || (all.signum() > 0 && went.compareTo(all) >= 0)) {
            return Money.zero(amount.currency());
        }
        if (went.signum() <= 0) {
            return amount;
        }
        if (byUnits) {
            return UnitShares.remaining(amount, all.longValueExact(), went.longValueExact());
        }
        BigDecimal share =
                BigDecimal.valueOf(amount.minorUnits()).multiply(went).divide(all, 0, RoundingMode.HALF_UP);
        return amount.minus(new Money(amount.currency(), share.longValueExact()));
    }
}
