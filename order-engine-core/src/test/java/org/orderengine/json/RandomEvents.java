package org.orderengine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.orderengine.event.Event;
import org.orderengine.model.Charge;
import org.orderengine.model.Money;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.ProviderNotice;
import org.orderengine.model.TimerKey;

/** Makes events: for each type a way to make one, so that a type without is noticed. */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
public final class RandomEvents extends RandomOrders {

    private final Map<Class<? extends Event>, Supplier<Event>> makers = new LinkedHashMap<>();

    RandomEvents(long seed) {
        super(seed);
        addFlow();
        addUnits();
        addPayments();
        addFulfilment();
        addBenefits();
    }

    /** The events of one commit: up to eight of any types, all of one currency. */
    public static Arbitrary<List<Event>> commits() {
        return Combinators.combine(seeds(), Arbitraries.integers().between(0, 8))
                .as((seed, size) -> new RandomEvents(seed).commit(size));
    }

    Map<Class<? extends Event>, Supplier<Event>> makers() {
        return makers;
    }

    private List<Event> commit(int size) {
        List<Supplier<Event>> all = new ArrayList<>(makers.values());
        return some(size, size, () -> oneOf(all).get());
    }

    private void addFlow() {
        makers.put(Event.OrderPlaced.class, () -> new Event.OrderPlaced(order(3)));
        makers.put(
                Event.ActionTaken.class,
                () -> new Event.ActionTaken(
                        text(),
                        orNull(this::text),
                        orNull(this::text),
                        payload(isOneIn(2) ? 0 : 2).toMap()));
        makers.put(Event.OrderPromised.class, () -> new Event.OrderPromised(orNull(this::instant)));
        makers.put(Event.OrderAnnotated.class, () -> new Event.OrderAnnotated(annotations()));
        makers.put(Event.ErasureAsked.class, () -> new Event.ErasureAsked(by()));
        makers.put(Event.PersonalDataErased.class, Event.PersonalDataErased::new);
        makers.put(Event.AddressesChanged.class, () -> new Event.AddressesChanged(customer()));
        makers.put(Event.ActionDeferred.class, () -> new Event.ActionDeferred(deferred()));
        makers.put(
                Event.DeferredActionRefused.class,
                () -> new Event.DeferredActionRefused(anyNumber(), text(), problem()));
        makers.put(Event.DeferredActionTaken.class, () -> new Event.DeferredActionTaken(anyNumber()));
        makers.put(Event.TimerFired.class, () -> new Event.TimerFired(TimerKey.parse(id())));
        makers.put(Event.EffectsAnswered.class, () -> new Event.EffectsAnswered(some(3, this::effectId)));
        makers.put(
                Event.ProcessMigrated.class,
                () -> new Event.ProcessMigrated(
                        new ProcessReference(id(), 1 + smallNumber()),
                        new ProcessReference(id(), 1 + smallNumber()),
                        position(),
                        some(2, this::run),
                        some(2, this::effect),
                        some(2, this::timer)));
        makers.put(Event.PositionChanged.class, () -> new Event.PositionChanged(position()));
        makers.put(Event.TimerStarted.class, () -> new Event.TimerStarted(timer()));
        makers.put(Event.TimerStopped.class, () -> new Event.TimerStopped(timer().key()));
        makers.put(Event.TimerMoved.class, () -> new Event.TimerMoved(timer().key(), instant()));
        makers.put(Event.TimerFrozen.class, () -> new Event.TimerFrozen(frozen()));
        makers.put(Event.OrderLapsed.class, () -> new Event.OrderLapsed(lapse()));
        makers.put(Event.OrderReinstated.class, () -> new Event.OrderReinstated(lapse()));
        makers.put(Event.WorkStuck.class, () -> new Event.WorkStuck(stuck()));
        makers.put(Event.RunChanged.class, () -> new Event.RunChanged(run()));
        makers.put(Event.RunEnded.class, () -> new Event.RunEnded(text()));
        makers.put(Event.EffectOwed.class, () -> new Event.EffectOwed(effect()));
        makers.put(Event.EffectDone.class, () -> new Event.EffectDone(effectId(), orNull(this::text)));
        makers.put(Event.EffectDeclined.class, () -> new Event.EffectDeclined(effectId(), problem()));
        makers.put(
                Event.EffectPostponed.class,
                () -> new Event.EffectPostponed(effectId(), status(), smallNumber(), instant(), orNull(this::problem)));
        makers.put(
                Event.EffectAllotted.class,
                () -> new Event.EffectAllotted(effectId(), some(3, this::part), instant(), orNull(this::problem)));
        makers.put(
                Event.EffectResolved.class,
                () -> new Event.EffectResolved(
                        effectId(), oneOf(List.of(Event.EffectResolved.Resolution.values())), text(), text()));
        makers.put(Event.EffectDropped.class, () -> new Event.EffectDropped(effectId()));
    }

    private void addUnits() {
        makers.put(Event.UnitsReserved.class, () -> new Event.UnitsReserved(some(3, this::quantity), orNull(this::id)));
        makers.put(
                Event.UnitsUnreserved.class,
                () -> new Event.UnitsUnreserved(some(3, this::quantity), orNull(this::id)));
        makers.put(
                Event.UnitsBackordered.class,
                () -> new Event.UnitsBackordered(some(3, this::quantity), orNull(this::id)));
        makers.put(Event.UnitsFilled.class, () -> new Event.UnitsFilled(some(3, this::quantity), orNull(this::id)));
        makers.put(Event.UnitsCancelled.class, () -> new Event.UnitsCancelled(some(3, this::quantity)));
        makers.put(Event.LineReduced.class, () -> new Event.LineReduced(id(), reduction()));
        makers.put(Event.ShippingWaived.class, Event.ShippingWaived::new);
        makers.put(
                Event.ChargesChanged.class, () -> new Event.ChargesChanged(distinct(0, 3, this::charge, Charge::id)));
        makers.put(Event.OrderRepriced.class, () -> new Event.OrderRepriced(prices()));
        makers.put(Event.ChangeProposed.class, () -> new Event.ChangeProposed(proposal()));
        makers.put(Event.ProposalEnded.class, () -> new Event.ProposalEnded(id()));
        makers.put(Event.ChangeBegun.class, () -> new Event.ChangeBegun(change()));
        makers.put(Event.FeeCharged.class, () -> new Event.FeeCharged(anyAmount()));
        makers.put(Event.CreditGranted.class, () -> new Event.CreditGranted(anyAmount()));
        makers.put(Event.DepositKept.class, () -> new Event.DepositKept(anyAmount()));
    }

    private void addPayments() {
        makers.put(Event.PaymentRequested.class, () -> new Event.PaymentRequested(payment()));
        makers.put(
                Event.PaymentAuthorized.class,
                () -> new Event.PaymentAuthorized(text(), anyAmount(), orNull(this::text)));
        makers.put(Event.PaymentCaptured.class, () -> new Event.PaymentCaptured(text(), anyAmount()));
        makers.put(Event.PaymentVoided.class, () -> new Event.PaymentVoided(text(), anyAmount()));
        makers.put(
                Event.PaymentRefunded.class, () -> new Event.PaymentRefunded(text(), anyAmount(), orNull(this::text)));
        makers.put(
                Event.PaymentReversed.class,
                () -> new Event.PaymentReversed(
                        text(),
                        new ProviderNotice(
                                oneOf(List.of(ProviderNotice.Kind.values())), id(), Money.ofMinor(currency(), 1))));
        makers.put(Event.PaymentChargedBack.class, () -> new Event.PaymentChargedBack(text(), anyAmount(), text()));
        makers.put(Event.PaymentMoved.class, () -> new Event.PaymentMoved(text(), text()));
    }

    private void addFulfilment() {
        makers.put(Event.ShipmentCreated.class, () -> new Event.ShipmentCreated(shipment()));
        makers.put(Event.ShipmentLeft.class, () -> new Event.ShipmentLeft(shipment()));
        makers.put(Event.ShipmentFailed.class, () -> new Event.ShipmentFailed(text(), isOneIn(2)));
        makers.put(Event.ShipmentDelivered.class, () -> new Event.ShipmentDelivered(text(), orNull(this::instant)));
        makers.put(Event.ShipmentMoved.class, () -> new Event.ShipmentMoved(text(), text()));
        makers.put(Event.ReturnRequested.class, () -> new Event.ReturnRequested(returnOf()));
        makers.put(
                Event.ReturnReceived.class,
                () -> new Event.ReturnReceived(text(), some(3, this::returnLine), anyAmount()));
        makers.put(Event.ReturnMoved.class, () -> new Event.ReturnMoved(text(), text(), isOneIn(2)));
        makers.put(Event.ReturnReplaced.class, () -> new Event.ReturnReplaced(text(), some(1, 3, this::text)));
    }

    private void addBenefits() {
        makers.put(Event.CouponsRedeemed.class, () -> new Event.CouponsRedeemed(some(3, this::text)));
        makers.put(Event.CouponsReturned.class, () -> new Event.CouponsReturned(some(3, this::text)));
        makers.put(Event.PointsSpent.class, () -> new Event.PointsSpent(anyNumber()));
        makers.put(Event.PointsReturned.class, () -> new Event.PointsReturned(anyNumber()));
        makers.put(Event.PointsGranted.class, () -> new Event.PointsGranted(anyNumber(), anyAmount()));
        makers.put(Event.PointsClawedBack.class, () -> new Event.PointsClawedBack(anyNumber()));
    }
}
