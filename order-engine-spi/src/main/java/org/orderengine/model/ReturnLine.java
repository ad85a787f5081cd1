package org.orderengine.model;

/**
 * Units of one line that the buyer wants to give back, and what the inspection found.
 *
 * @param line the line
 * @param requested units asked for
 * @param accepted units that go back to stock and are refunded
 * @param damaged units that are refunded and written off
 * @param rejected units that go back to the buyer
 */
public record ReturnLine(String line, long requested, long accepted, long damaged, long rejected) {

    public ReturnLine {
        Checks.requireText(line, "line");
        Checks.requirePositive(requested, "units to return of line", line);
        if (accepted < 0 || damaged < 0 || rejected < 0) {
            throw Checks.refused("units of line " + line + " are less than zero");
        }
        if (accepted + damaged + rejected > requested) {
            throw Checks.refused("line " + line + " got back " + (accepted + damaged + rejected) + " of " + requested
                    + " requested");
        }
    }

    /** Units asked for that no inspection has seen yet. */
    public long pending() {
        return requested - accepted - damaged - rejected;
    }

    /** After an inspection found these. */
    public ReturnLine inspected(long moreAccepted, long moreDamaged, long moreRejected) {
        return new ReturnLine(line, requested, accepted + moreAccepted, damaged + moreDamaged, rejected + moreRejected);
    }
}
