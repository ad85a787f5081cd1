package org.orderengine.diagram;

/** How a state takes part in the life of the order that is shown; colors are RGB in hexadecimal. */
enum Mark {
    /** The order is there. */
    HERE("#fde68a", "#b45309"),
    /** The order was there. */
    PASSED("#dbeafe", "#1d4ed8"),
    /** The order was never there. */
    NONE("", "");

    private final String fill;
    private final String line;

    Mark(String fill, String line) {
        this.fill = fill;
        this.line = line;
    }

    /** The color of the state. */
    String fill() {
        return fill;
    }

    /** The color of its border. */
    String line() {
        return line;
    }
}
