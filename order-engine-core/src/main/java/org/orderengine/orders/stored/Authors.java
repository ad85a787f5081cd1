package org.orderengine.orders.stored;

import org.orderengine.event.Event;
import org.orderengine.json.EventsDocument;
import org.orderengine.model.By;

/** The authors of commits, as hosts are told them. */
public final class Authors {

    private Authors() {}

    /** Who gave the command, with the reason that went with an action where the command gives none itself. */
    public static By of(EventsDocument document) {
        By by = document.by();
        return by.reason() == null && document.events().get(0) instanceof Event.ActionTaken taken
                ? by.because(taken.reason())
                : by;
    }
}
