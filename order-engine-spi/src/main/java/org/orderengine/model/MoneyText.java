package org.orderengine.model;

/** How amounts are written: plain decimals in major units, an optional minus sign, and never an exponent. */
final class MoneyText {

    private MoneyText() {}

    static boolean isDecimal(String text, int fractionDigits) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = fractionDigits == 0 ? text.length() : text.length() - fractionDigits - 1;
        if (end <= start || text.length() > 32 || (fractionDigits > 0 && text.charAt(end) != '.')) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != end && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    static String format(long minorUnits, int fractionDigits) {
        String digits = Long.toString(minorUnits);
        if (fractionDigits == 0) {
            return digits;
        }
        String sign = minorUnits < 0 ? "-" : "";
        String whole = digits.substring(sign.length());
        String padded = "0".repeat(Math.max(0, fractionDigits + 1 - whole.length())) + whole;
        int point = padded.length() - fractionDigits;
        return sign + padded.substring(0, point) + "." + padded.substring(point);
    }
}
