package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * A document of an order, an invoice or a credit note, whose content is frozen with the order.
 *
 * @param id its id within the order
 * @param statement what it says: what the order costs more or less than the documents before it say
 * @param number the host's number of it; null until it has one
 */
public record IssuedDocument(String id, Statement statement, @Nullable String number) {

    public IssuedDocument {
        Checks.requireText(id, "document");
    }

    /** This document under its number. */
    public IssuedDocument numbered(@Nullable String newNumber) {
        return new IssuedDocument(id, statement, newNumber);
    }
}
