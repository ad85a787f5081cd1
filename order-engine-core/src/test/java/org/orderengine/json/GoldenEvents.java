package org.orderengine.json;

import static org.orderengine.json.GoldenParts.AT;
import static org.orderengine.json.GoldenParts.LATER;
import static org.orderengine.json.GoldenParts.PROBLEM;
import static org.orderengine.json.GoldenParts.QUANTITIES;
import static org.orderengine.json.GoldenParts.each;
import static org.orderengine.json.GoldenParts.eur;

import java.util.List;
import java.util.stream.Stream;
import org.orderengine.event.Event;
import org.orderengine.model.Actor;
import org.orderengine.model.Annotations;
import org.orderengine.model.By;
import org.orderengine.model.Customer;
import org.orderengine.model.EffectId;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.PriceReduction;
import org.orderengine.model.Prices;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.ProviderNotice;
import org.orderengine.model.Return;
import org.orderengine.model.Run;
import org.orderengine.model.Shipment;
import org.orderengine.model.Statement;
import org.orderengine.model.TimerKey;

/** The golden events: of each type one with all it may have and one with the least; one where the two are the same. */
final class GoldenEvents {

    private GoldenEvents() {}

    static List<Event> all() {
        return Stream.of(causes(), flow(), effects(), units(), payments(), fulfilment(), benefits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Event> causes() {
        return List.of(
                new Event.OrderPlaced(GoldenFlows.fullOrder()),
                new Event.OrderPlaced(GoldenFlows.bareOrder()),
                new Event.ActionTaken("pay", "p-1", "asked for"),
                new Event.ActionTaken("pay", null, null),
                new Event.ActionTaken("wrap", null, "a gift", GoldenParts.values()),
                new Event.OrderAnnotated(GoldenFlows.annotations()),
                new Event.OrderAnnotated(Annotations.NONE),
                new Event.OrderPromised(AT),
                new Event.OrderPromised(null),
                new Event.PersonalDataErased(),
                new Event.ErasureAsked(By.of(Actor.staff("dora")).because("asked for by letter")),
                new Event.ActionDeferred(GoldenFlows.deferredByStaff()),
                new Event.ActionDeferred(GoldenFlows.fullDeferred()),
                new Event.ActionDeferred(GoldenFlows.bareDeferred()),
                new Event.DeferredActionRefused(4, "ship", PROBLEM),
                new Event.DeferredActionRefused(0, "ship", PROBLEM),
                new Event.DeferredActionTaken(4),
                new Event.DeferredActionTaken(0),
                new Event.TimerFired(TimerKey.own("unpaid")),
                new Event.EffectsAnswered(List.of(new EffectId(3, 1), new EffectId(3, 2))),
                new Event.EffectsAnswered(List.of()),
                new Event.ProcessMigrated(
                        new ProcessReference("physical-goods", 1),
                        new ProcessReference("virtual", 2),
                        GoldenFlows.fullPosition(),
                        GoldenFlows.runs(),
                        GoldenFlows.effects(),
                        List.of(GoldenFlows.fullTimer(), GoldenFlows.bareTimer())),
                new Event.ProcessMigrated(
                        new ProcessReference("virtual", 1),
                        new ProcessReference("virtual", 2),
                        Position.NONE,
                        List.of(),
                        List.of(),
                        List.of()),
                new Event.AddressesChanged(GoldenParts.fullCustomer()),
                new Event.AddressesChanged(Customer.UNKNOWN));
    }

    private static List<Event> flow() {
        return List.of(
                new Event.PositionChanged(GoldenFlows.fullPosition()),
                new Event.PositionChanged(Position.NONE),
                new Event.TimerStarted(GoldenFlows.fullTimer()),
                new Event.TimerStarted(GoldenFlows.bareTimer()),
                new Event.TimerStopped(TimerKey.parse("payment p-1 unpaid")),
                new Event.TimerMoved(TimerKey.own("unpaid"), AT),
                new Event.TimerFrozen(GoldenFlows.fullFrozen()),
                new Event.TimerFrozen(GoldenFlows.bareFrozen()),
                new Event.RunChanged(GoldenFlows.fullRun()),
                new Event.RunChanged(Run.begun("paying", null)),
                new Event.RunChanged(Run.begun("wrapping", GoldenFlows.asked())),
                new Event.EffectOwed(GoldenFlows.askedEffect()),
                new Event.RunEnded("paying"),
                new Event.OrderLapsed(GoldenFlows.fullLapse()),
                new Event.OrderLapsed(GoldenFlows.bareLapse()),
                new Event.OrderReinstated(GoldenFlows.fullLapse()),
                new Event.OrderReinstated(GoldenFlows.bareLapse()),
                new Event.WorkStuck(GoldenFlows.stuck()));
    }

    private static List<Event> effects() {
        List<Event> others = List.of(
                new Event.EffectOwed(GoldenFlows.fullEffect()),
                new Event.EffectOwed(GoldenFlows.bareEffect(1, OwedEffect.Status.OWED)),
                new Event.EffectDone(new EffectId(3, 1), "ch_1"),
                new Event.EffectDone(new EffectId(3, 1), null),
                new Event.EffectDeclined(new EffectId(3, 1), PROBLEM),
                new Event.EffectPostponed(new EffectId(3, 1), OwedEffect.Status.UNKNOWN, 2, AT, PROBLEM),
                new Event.EffectPostponed(new EffectId(3, 1), OwedEffect.Status.OWED, 0, LATER, null),
                new Event.EffectAllotted(new EffectId(3, 1), GoldenParts.allotments(), AT, PROBLEM),
                new Event.EffectAllotted(new EffectId(3, 1), List.of(), LATER, null),
                new Event.EffectDropped(new EffectId(3, 1)));
        List<Event> resolved = each(
                Event.EffectResolved.Resolution.values(),
                resolution ->
                        new Event.EffectResolved(new EffectId(3, 1), resolution, "bob", "seen in the provider's list"));
        return Stream.concat(others.stream(), resolved.stream()).toList();
    }

    private static List<Event> units() {
        return List.of(
                new Event.UnitsReserved(QUANTITIES, "north"),
                new Event.UnitsReserved(List.of(), null),
                new Event.UnitsUnreserved(QUANTITIES, "north"),
                new Event.UnitsUnreserved(List.of(), null),
                new Event.UnitsBackordered(QUANTITIES, "north"),
                new Event.UnitsBackordered(List.of(), null),
                new Event.UnitsFilled(QUANTITIES, "north"),
                new Event.UnitsFilled(List.of(), null),
                new Event.UnitsCancelled(QUANTITIES),
                new Event.UnitsCancelled(List.of()),
                new Event.ShippingWaived(),
                new Event.OrderRepriced(GoldenParts.prices()),
                new Event.OrderRepriced(GoldenParts.noPrices()),
                new Event.ChangeBegun(GoldenFlows.fullChange()),
                new Event.ChangeBegun(GoldenFlows.bareChange()),
                new Event.ChangeProposed(GoldenParts.fullProposal()),
                new Event.ChangeProposed(GoldenParts.bareProposal()),
                new Event.ProposalEnded("c-1"),
                new Event.FeeCharged(eur(499)),
                new Event.FeeCharged(eur(0)),
                new Event.CreditGranted(eur(-499)),
                new Event.CreditGranted(eur(0)),
                new Event.DepositKept(eur(499)),
                new Event.DepositKept(eur(0)));
    }

    private static List<Event> payments() {
        return List.of(
                new Event.PaymentRequested(GoldenParts.fullPayment()),
                new Event.PaymentRequested(GoldenParts.barePayment()),
                new Event.PaymentRequested(GoldenParts.giftCard()),
                new Event.PaymentAuthorized("p-1", eur(7830), "ch_1"),
                new Event.PaymentAuthorized("p-1", eur(0), null),
                new Event.PaymentCaptured("p-1", eur(7830)),
                new Event.PaymentCaptured("p-1", eur(0)),
                new Event.PaymentVoided("p-1", eur(7830)),
                new Event.PaymentVoided("p-1", eur(0)),
                new Event.PaymentRefunded("p-1", eur(7830)),
                new Event.PaymentRefunded("p-1", eur(0)),
                new Event.PaymentRefunded("p-1", eur(7830), "re_1"),
                new Event.PaymentReversed(
                        "p-1", new ProviderNotice(ProviderNotice.Kind.CAPTURE_FAILED, "cf_1", eur(7830))),
                new Event.PaymentReversed("p-1", new ProviderNotice(ProviderNotice.Kind.REFUNDED, "re_1", eur(1))),
                new Event.PaymentChargedBack("p-1", eur(7830), "cb-1"),
                new Event.PaymentChargedBack("p-1", eur(0), "cb-1"),
                new Event.PaymentMoved("p-1", "captured"));
    }

    private static List<Event> fulfilment() {
        return List.of(
                new Event.ShipmentCreated(GoldenParts.fullShipment()),
                new Event.ShipmentCreated(GoldenParts.bareShipment("s-1", Shipment.Stage.PREPARED)),
                new Event.ShipmentLeft(GoldenParts.fullShipment()),
                new Event.ShipmentLeft(GoldenParts.bareShipment("s-1", Shipment.Stage.SHIPPED)),
                new Event.ShipmentFailed("s-1", true),
                new Event.ShipmentFailed("s-1", false),
                new Event.ShipmentDelivered("s-1", AT),
                new Event.ShipmentDelivered("s-1", null),
                new Event.ShipmentMoved("s-1", "out-for-delivery"),
                new Event.ReturnRequested(GoldenParts.fullReturn()),
                new Event.ReturnRequested(GoldenParts.bareReturn("r-1", Return.Kind.RETURN)),
                new Event.ReturnReceived("r-1", GoldenParts.returnLines(), eur(1999)),
                new Event.ReturnReceived("r-1", List.of(), eur(0)),
                new Event.ReturnMoved("r-1", "received", true),
                new Event.ReturnMoved("r-1", "approved", false),
                new Event.ReturnReplaced("r-1", List.of("3", "4")),
                new Event.ReturnReplaced("r-1", List.of()));
    }

    private static List<Event> benefits() {
        return List.of(
                new Event.CouponsRedeemed(List.of("SPRING", "SUMMER")),
                new Event.CouponsRedeemed(List.of()),
                new Event.CouponsReturned(List.of("SPRING", "SUMMER")),
                new Event.CouponsReturned(List.of()),
                new Event.PointsSpent(500),
                new Event.PointsSpent(0),
                new Event.PointsReturned(500),
                new Event.PointsReturned(0),
                new Event.PointsGranted(40, eur(7830)),
                new Event.PointsGranted(0, eur(0)),
                new Event.PointsClawedBack(10),
                new Event.PointsClawedBack(0),
                new Event.OrderRepriced(new Prices(
                        GoldenParts.lines(), GoldenParts.noShipping(), GoldenParts.coupons(), GoldenOffers.all())),
                new Event.LineReduced("1", GoldenParts.reduction()),
                new Event.LineReduced("2", new PriceReduction(0, 1, eur(0), List.of())),
                new Event.ChargesChanged(GoldenParts.charges()),
                new Event.ChargesChanged(List.of()),
                new Event.OrderRepriced(new Prices(
                        GoldenParts.lines(), GoldenParts.noShipping(), GoldenParts.charges(), List.of(), List.of())),
                new Event.DocumentDrawn(GoldenParts.document()),
                new Event.DocumentDrawn(new IssuedDocument("d2", Statement.EMPTY, null)),
                new Event.DocumentIssued("d1", "2026-000017"),
                new Event.DocumentIssued("d1", null),
                new Event.DocumentDropped("d1"));
    }
}
