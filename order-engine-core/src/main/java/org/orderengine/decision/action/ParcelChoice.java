package org.orderengine.decision.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.Books;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.process.vocabulary.PayloadKey;

/** The parcel that an action is about. */
final class ParcelChoice {

    /** The key that names an existing parcel. */
    static final PayloadKey SHIPMENT =
            PayloadKey.part(ChildKind.SHIPMENT, "which parcel").orElse("the only one that it can mean");

    private ParcelChoice() {}

    static boolean isAny(Books books, Stage stage) {
        return books.shipments().stream().anyMatch(shipment -> shipment.stage() == stage);
    }

    static boolean isAt(Books books, String id, Stage stage) {
        Shipment shipment = books.shipment(id);
        return shipment != null && shipment.stage() == stage;
    }

    /** The only shipment at a stage, or null. */
    static @Nullable Shipment only(Books books, Stage stage) {
        List<Shipment> candidates = books.shipments().stream()
                .filter(shipment -> shipment.stage() == stage)
                .toList();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    /** The shipment that the payload names, or the only one that it can mean; at the stage that is needed. */
    static Shipment named(Books books, PayloadReader payload, Stage stage) {
        String id = payload.text(SHIPMENT);
        Shipment shipment = id == null ? only(books, stage) : books.shipment(id);
        if (shipment == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_SHIPMENT, id == null ? "say which shipment" : "there is no shipment \"" + id + "\"");
        }
        if (shipment.stage() == Stage.DELIVERED) {
            throw Draft.refuse(Codes.SHIPMENT_DELIVERED, "shipment " + shipment.id() + " has arrived already");
        }
        if (shipment.stage() != stage) {
            throw Draft.refuse(
                    Codes.SHIPMENT_STATE,
                    "shipment " + shipment.id() + " is " + shipment.state() + "; this needs it " + stage.word());
        }
        return shipment;
    }
}
