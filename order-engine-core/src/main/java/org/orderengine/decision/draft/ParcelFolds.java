package org.orderengine.decision.draft;

import java.util.function.BiFunction;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.model.Units;

/** What each event of a parcel enters into the books. */
final class ParcelFolds {

    static final Folds<Books, Event.OfParcels> FOLDS = new Folds<Books, Event.OfParcels>()
            .on(Event.ShipmentCreated.class, ParcelFolds::created)
            .on(Event.ShipmentLeft.class, (books, event) -> left(books, event.shipment())
                    .withShipment(event.shipment().id(), packed -> event.shipment()))
            .on(Event.ShipmentFailed.class, ParcelFolds::failed)
            .on(Event.ShipmentDelivered.class, (books, event) -> moved(
                            books, event.shipment(), Units::deliver, Stage.DELIVERED)
                    .withShipment(event.shipment(), arrived -> arrived.deliveredAt(event.at())))
            .on(
                    Event.ShipmentMoved.class,
                    (books, moved) -> books.withShipment(moved.shipment(), shipment -> in(shipment, moved.state())));

    private ParcelFolds() {}

    private static Books created(Books books, Event.ShipmentCreated event) {
        Books packed = books.withShipments(Folds.with(books.shipments(), event.shipment()));
        return event.shipment().stage() == Stage.PREPARED ? packed : left(packed, event.shipment());
    }

    private static Books left(Books books, Shipment shipment) {
        return GoodsFolds.moveAt(books, shipment.lines(), shipment.location(), Units::ship);
    }

    /** A parcel that does not leave after all is so in the books; other states are its machine's alone. */
    private static Shipment in(Shipment shipment, String state) {
        return state.equals(Stage.CANCELLED.word()) ? shipment.at(Stage.CANCELLED) : shipment.in(state);
    }

    /** What comes back is held as it was before it left; what is lost has to be held anew. */
    private static Books failed(Books books, Event.ShipmentFailed event) {
        Shipment shipment = known(books, event.shipment());
        Books moved = books;
        for (LineQuantity one : shipment.lines()) {
            long unheld = event.lost() ? one.quantity() : Quantities.of(shipment.unheld(), one.line());
            moved = moved.withLine(
                    one.line(),
                    line -> line.withUnits(line.units().unship(one.quantity() - unheld, unheld, shipment.location())));
        }
        Stage stage = event.lost() ? Stage.LOST : Stage.RETURNED;
        return moved.withShipment(shipment.id(), gone -> gone.at(stage));
    }

    private static Books moved(Books books, String id, BiFunction<Units, Long, Units> how, Stage stage) {
        return GoodsFolds.move(books, known(books, id).lines(), how).withShipment(id, changed -> changed.at(stage));
    }

    private static Shipment known(Books books, String id) {
        Shipment shipment = books.shipment(id);
        if (shipment == null) {
            throw new IllegalArgumentException("there is no shipment " + id);
        }
        return shipment;
    }
}
