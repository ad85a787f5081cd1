package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Chargeback;
import org.orderengine.model.Coupon;
import org.orderengine.model.Lapse;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Points;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.model.Units;

/** What each event enters into the books. */
final class EvolveBooks {

    private EvolveBooks() {}

    static Books apply(Books books, Event event) {
        if (event instanceof Event.UnitsReserved reserved) {
            return moveAt(books, reserved.lines(), reserved.location(), Units::reserve);
        } else if (event instanceof Event.UnitsBackordered backordered) {
            return moveAt(books, backordered.lines(), backordered.location(), Units::backorder);
        } else if (event instanceof Event.UnitsFilled filled) {
            return moveAt(books, filled.lines(), filled.location(), Units::fillBackorder);
        } else if (event instanceof Event.UnitsUnreserved unreserved) {
            return moveAt(books, unreserved.lines(), unreserved.location(), Units::unreserve);
        } else if (event instanceof Event.UnitsCancelled cancelled) {
            return move(books, cancelled.lines(), Units::cancel);
        } else if (event instanceof Event.ShippingWaived) {
            return books.withShipping(books.shipping().waived());
        } else if (event instanceof Event.OrderRepriced repriced) {
            return books.withLines(repriced.lines())
                    .withShipping(repriced.shipping())
                    .withCoupons(repriced.coupons());
        } else if (event instanceof Event.CreditGranted granted) {
            return books.withCredit(books.credit().plus(granted.amount()));
        } else if (event instanceof Event.FeeCharged charged) {
            return books.withSurcharge(books.surcharge().plus(charged.amount()));
        } else if (event instanceof Event.DepositKept kept) {
            return books.withSurcharge(books.surcharge().plus(kept.amount()));
        } else if (event instanceof Event.ShipmentCreated created) {
            Books packed = books.withShipments(with(books.shipments(), created.shipment()));
            return created.shipment().stage() == Stage.PREPARED ? packed : left(packed, created.shipment());
        } else if (event instanceof Event.ShipmentLeft left) {
            return left(books, left.shipment()).withShipment(left.shipment().id(), packed -> left.shipment());
        } else if (event instanceof Event.ShipmentFailed failed) {
            return failed(books, failed);
        } else if (event instanceof Event.ShipmentDelivered delivered) {
            return moved(books, delivered.shipment(), Units::deliver, Stage.DELIVERED)
                    .withShipment(delivered.shipment(), arrived -> arrived.deliveredAt(delivered.at()));
        } else if (event instanceof Event.ShipmentMoved moved) {
            return books.withShipment(moved.shipment(), shipment -> in(shipment, moved.state()));
        }
        return returnsAndMoney(books, event);
    }

    /** The books with what they had when the order lapsed; coupons are to be redeemed again. */
    static Books reinstated(Books books, Lapse lapse) {
        List<Coupon> coupons = new ArrayList<>(books.coupons());
        coupons.replaceAll(coupon ->
                coupon.state() == Coupon.State.RETURNED ? new Coupon(coupon.code(), Coupon.State.CARRIED) : coupon);
        return move(books, lapse.lines(), Units::restore)
                .withShipping(lapse.shipping())
                .withCoupons(coupons);
    }

    private static Books returnsAndMoney(Books books, Event event) {
        if (event instanceof Event.ReturnRequested requested) {
            return books.withReturns(with(books.returns(), requested.requested()));
        } else if (event instanceof Event.ReturnReceived received) {
            return received(books, received);
        } else if (event instanceof Event.ReturnMoved moved) {
            return books.withReturn(moved.returned(), returned -> returned.in(moved.state(), moved.ended()));
        } else if (event instanceof Event.ReturnReplaced replaced) {
            return books.withReturn(replaced.returned(), returned -> returned.replacedBy(replaced.lines()));
        } else if (event instanceof Event.PaymentRequested requested) {
            return books.withPayments(with(books.payments(), requested.payment()));
        } else if (event instanceof Event.PaymentAuthorized authorized) {
            return books.withPayment(
                    authorized.payment(), payment -> payment.authorize(authorized.amount(), authorized.reference())
                            .in(PaymentStates.AUTHORIZED));
        } else if (event instanceof Event.PaymentCaptured captured) {
            return books.withPayment(captured.payment(), payment -> payment.capture(captured.amount())
                    .in(PaymentStates.CAPTURED));
        } else if (event instanceof Event.PaymentVoided voided) {
            return books.withPayment(
                    voided.payment(), payment -> PaymentStates.afterVoid(payment.letGo(voided.amount())));
        } else if (event instanceof Event.PaymentRefunded refunded) {
            return books.withPayment(
                    refunded.payment(), payment -> PaymentStates.afterRefund(payment.refund(refunded.amount())));
        } else if (event instanceof Event.PaymentChargedBack charged) {
            Chargeback chargeback = new Chargeback(charged.reference(), charged.amount());
            return books.withPayment(
                    charged.payment(), payment -> payment.chargeBack(chargeback).in(PaymentStates.CHARGED_BACK));
        } else if (event instanceof Event.PaymentMoved moved) {
            return books.withPayment(moved.payment(), payment -> payment.in(moved.state()));
        }
        return benefits(books, event);
    }

    private static Books benefits(Books books, Event event) {
        Points points = books.points();
        if (event instanceof Event.CouponsRedeemed redeemed) {
            return coupons(books, redeemed.codes(), Coupon.State.REDEEMED);
        } else if (event instanceof Event.CouponsReturned returned) {
            return coupons(books, returned.codes(), Coupon.State.RETURNED);
        } else if (event instanceof Event.PointsSpent spent) {
            return books.withPoints(points.spend(spent.points()));
        } else if (event instanceof Event.PointsReturned returned) {
            return books.withPoints(points.giveBack(returned.points()));
        } else if (event instanceof Event.PointsGranted granted) {
            return books.withPoints(points.grant(granted.points(), granted.on().minorUnits()));
        } else if (event instanceof Event.PointsClawedBack clawed) {
            return books.withPoints(points.clawBack(clawed.points()));
        }
        return books;
    }

    /** What becomes of a number of units of a line at a location. */
    @FunctionalInterface
    private interface Move {
        Units apply(Units units, long quantity, @Nullable String location);
    }

    private static Books moveAt(Books books, List<LineQuantity> lines, @Nullable String location, Move how) {
        return move(books, lines, (units, quantity) -> how.apply(units, quantity, location));
    }

    private static Books left(Books books, Shipment shipment) {
        return moveAt(books, shipment.lines(), shipment.location(), Units::ship);
    }

    /** A parcel that does not leave after all is so in the books; other states are its machine's alone. */
    private static Shipment in(Shipment shipment, String state) {
        return state.equals(Stage.CANCELLED.word()) ? shipment.at(Stage.CANCELLED) : shipment.in(state);
    }

    private static Books move(Books books, List<LineQuantity> moved, BiFunction<Units, Long, Units> how) {
        List<Line> lines = new ArrayList<>(books.lines());
        for (LineQuantity quantity : moved) {
            lines.replaceAll(line -> line.id().equals(quantity.line())
                    ? line.withUnits(how.apply(line.units(), quantity.quantity()))
                    : line);
        }
        return books.withLines(lines);
    }

    /** What comes back is held as it was before it left; what is lost has to be held anew. */
    private static Books failed(Books books, Event.ShipmentFailed event) {
        Shipment shipment = books.shipment(event.shipment());
        if (shipment == null) {
            throw new IllegalArgumentException("there is no shipment " + event.shipment());
        }
        Books moved = books;
        for (LineQuantity one : shipment.lines()) {
            long unheld = event.lost() ? one.quantity() : Held.of(shipment.unheld(), one.line());
            moved = moved.withLine(
                    one.line(),
                    line -> line.withUnits(line.units().unship(one.quantity() - unheld, unheld, shipment.location())));
        }
        Stage stage = event.lost() ? Stage.LOST : Stage.RETURNED;
        return moved.withShipment(shipment.id(), gone -> gone.at(stage));
    }

    private static Books moved(Books books, String id, BiFunction<Units, Long, Units> how, Stage stage) {
        Shipment shipment = books.shipment(id);
        if (shipment == null) {
            throw new IllegalArgumentException("there is no shipment " + id);
        }
        return move(books, shipment.lines(), how).withShipment(id, changed -> changed.at(stage));
    }

    private static Books received(Books books, Event.ReturnReceived event) {
        Books moved = books;
        for (ReturnLine found : event.lines()) {
            moved = moved.withLine(
                    found.line(), line -> line.withUnits(line.units().takeBack(found.accepted(), found.damaged())));
        }
        return moved.withReturn(event.returned(), returned -> inspected(returned, event));
    }

    private static Return inspected(Return returned, Event.ReturnReceived event) {
        List<ReturnLine> lines = new ArrayList<>(returned.lines());
        for (ReturnLine found : event.lines()) {
            lines.replaceAll(line -> line.line().equals(found.line())
                    ? line.inspected(found.accepted(), found.damaged(), found.rejected())
                    : line);
        }
        return returned.inspected(lines, event.refund());
    }

    private static Books coupons(Books books, List<String> codes, Coupon.State state) {
        List<Coupon> coupons = new ArrayList<>(books.coupons());
        coupons.replaceAll(coupon -> codes.contains(coupon.code()) ? new Coupon(coupon.code(), state) : coupon);
        return books.withCoupons(coupons);
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> more = new ArrayList<>(list.size() + 1);
        more.addAll(list);
        more.add(added);
        return more;
    }
}
