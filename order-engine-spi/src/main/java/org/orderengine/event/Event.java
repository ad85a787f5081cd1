package org.orderengine.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Annotations;
import org.orderengine.model.BuyerStep;
import org.orderengine.model.By;
import org.orderengine.model.Charge;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Customer;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.EffectId;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Lapse;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Position;
import org.orderengine.model.PriceReduction;
import org.orderengine.model.Prices;
import org.orderengine.model.Problem;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.ProviderNotice;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.Run;
import org.orderengine.model.Shipment;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;

/**
 * Something that happened to an order.
 *
 * <p>The events of one commit are written together or not at all. Folding all events of an order, from the first on, gives the
 * order (F5).
 *
 * <p>Every event belongs to one family, which says what part of the order it changes:
 *
 * <ul>
 *   <li>{@link OfOrder}: the order as a whole;
 *   <li>{@link OfFlow}: where the order is, and what it waits for;
 *   <li>{@link OfGoods}: units, and what they are worth;
 *   <li>{@link OfMoney}: payments, and what the order costs beyond its goods;
 *   <li>{@link OfParcels}: shipments;
 *   <li>{@link OfReturns}: returns;
 *   <li>{@link OfBenefits}: coupons and points.
 * </ul>
 *
 * <pre>{@code
 * for (TimelineEntry entry : engine.orders().timeline("o-1")) {
 *     for (Event event : entry.events()) {
 *         if (event instanceof Event.PaymentCaptured captured) {
 *             book(captured.payment(), captured.amount());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface Event {

    /** An event that changes the order as a whole, or several of its parts at once. */
    sealed interface OfOrder extends Event {}

    /** An event that says what caused a commit, or changes where the order is and what it waits for. */
    sealed interface OfFlow extends Event {}

    /** An event that changes the units that the order stands for, or what they are worth. */
    sealed interface OfGoods extends Event {}

    /** An event that moves money, or changes what the order costs beyond its goods. */
    sealed interface OfMoney extends Event {}

    /** An event that changes a shipment. */
    sealed interface OfParcels extends Event {}

    /** An event that changes a return. */
    sealed interface OfReturns extends Event {}

    /** An event that changes coupons or points. */
    sealed interface OfBenefits extends Event {}

    /**
     * The event that a payment, shipment or return is in another state of its machine.
     *
     * @param ends whether that is the machine's end
     */
    static Event moved(ChildKind kind, String id, String state, boolean ends) {
        return switch (kind) {
            case PAYMENT -> new PaymentMoved(id, state);
            case SHIPMENT -> new ShipmentMoved(id, state);
            case RETURN -> new ReturnMoved(id, state, ends);
        };
    }

    // The order as a whole.

    /** The order was placed. The event carries the order as it was before its process began. */
    record OrderPlaced(Order order) implements OfOrder {}

    /**
     * The order follows another process definition from here on. The event carries its position, busy states, owed effects and timers
     * under that definition.
     */
    record ProcessMigrated(
            ProcessReference from,
            ProcessReference to,
            Position position,
            List<Run> runs,
            List<OwedEffect> effects,
            List<Timer> timers)
            implements OfOrder {
        public ProcessMigrated {
            runs = List.copyOf(runs);
            effects = List.copyOf(effects);
            timers = List.copyOf(timers);
        }
    }

    /** The delivery address or the address of the invoice changed. */
    record AddressesChanged(Customer customer) implements OfOrder {}

    /** The host's own data on the order changed. The event carries all of it as it is now. */
    record OrderAnnotated(Annotations annotations) implements OfOrder {}

    /** The buyer was promised another date, or none. */
    record OrderPromised(@Nullable Instant promisedAt) implements OfOrder {}

    /**
     * Personal data was taken out of the order and of all that happened to it before. A copy elsewhere is to be erased by the program
     * that keeps it.
     */
    record PersonalDataErased() implements OfOrder {}

    /** A late payment restored what the order had when it lapsed. */
    record OrderReinstated(Lapse lapse) implements OfOrder {}

    // The flow: first the causes of a commit, then its consequences.

    /**
     * An action was taken. {@code subject} is the payment, shipment or return it was about. {@code payload} holds what the books do not
     * tell: of an action of the host's own all that went with it, of a built-in one its attributes.
     */
    record ActionTaken(
            String action, @Nullable String subject, @Nullable String reason, Map<String, @Nullable Object> payload)
            implements OfFlow {
        public ActionTaken {
            payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
        }

        /** An action with which nothing of the host's own went. */
        public ActionTaken(String action, @Nullable String subject, @Nullable String reason) {
            this(action, subject, reason, Map.of());
        }

        /** Without reason and payload, which may be personal. */
        @Override
        public String toString() {
            return "ActionTaken[action=" + action + ", subject=" + subject + "]";
        }
    }

    /** An action arrived while the order was busy, and is kept until it comes to rest. */
    record ActionDeferred(DeferredAction deferred) implements OfFlow {}

    /** A kept action was tried and refused, and is no longer kept. {@code deferred} is the revision that kept it. */
    record DeferredActionRefused(long deferred, String action, Problem problem) implements OfFlow {}

    /** A kept action was tried and taken, and is no longer kept. {@code deferred} is the revision that kept it. */
    record DeferredActionTaken(long deferred) implements OfFlow {}

    /** A timer fired. */
    record TimerFired(TimerKey timer) implements OfFlow {}

    /** Services answered effects. */
    record EffectsAnswered(List<EffectId> effects) implements OfFlow {
        public EffectsAnswered {
            effects = List.copyOf(effects);
        }
    }

    /** A person resolved a parked effect. Operator and evidence may be personal, and are left out of its description. */
    record EffectResolved(EffectId effect, Resolution resolution, String operator, String evidence) implements OfFlow {

        /** What was decided. */
        public enum Resolution {
            /** The service is called again. */
            RETRY,
            /** It was done. */
            DONE,
            /** It was not done and will not be. */
            DECLINED,
            /** It was done and is undone. */
            REVERSE
        }

        @Override
        public String toString() {
            return "EffectResolved[" + effect + ", " + resolution + "]";
        }
    }

    /** The order moved in its process. */
    record PositionChanged(Position position) implements OfFlow {}

    /** A timer was started. */
    record TimerStarted(Timer timer) implements OfFlow {}

    /** A timer ended with the state that had started it. */
    record TimerStopped(TimerKey timer) implements OfFlow {}

    /** A running timer is to fire at another time. */
    record TimerMoved(TimerKey timer, Instant due) implements OfFlow {}

    /** A timer was stopped with the time it had left, until the order comes back to its state. */
    record TimerFrozen(FrozenTimer timer) implements OfFlow {}

    /** A busy state began its work, or its work changed. This run replaces the run of the same state. */
    record RunChanged(Run run) implements OfFlow {}

    /** A busy state was left. */
    record RunEnded(String state) implements OfFlow {}

    /** Outside work is owed. */
    record EffectOwed(OwedEffect effect) implements OfFlow {}

    /** Owed work was done. {@code reference} is the service's own name of it. */
    record EffectDone(EffectId effect, @Nullable String reference) implements OfFlow {}

    /** Owed work will not be done: a service declined it, or it failed for good. */
    record EffectDeclined(EffectId effect, Problem problem) implements OfFlow {}

    /**
     * Owed work was not done yet: it is to be tried again, queried, completed by the buyer, or resolved by a person. What the buyer needs is
     * in the event as it is decided, and not as it is kept.
     */
    record EffectPostponed(
            EffectId effect,
            OwedEffect.Status status,
            int attempts,
            int streak,
            Instant due,
            @Nullable Problem problem,
            @Nullable BuyerStep buyerStep)
            implements OfFlow {

        /** Without a step of the buyer, which no history has. */
        public EffectPostponed(
                EffectId effect,
                OwedEffect.Status status,
                int attempts,
                int streak,
                Instant due,
                @Nullable Problem problem) {
            this(effect, status, attempts, streak, due, problem, null);
        }

        /** All attempts came to the same. */
        public EffectPostponed(
                EffectId effect, OwedEffect.Status status, int attempts, Instant due, @Nullable Problem problem) {
            this(effect, status, attempts, attempts, due, problem);
        }
    }

    /**
     * The locations of an owed reservation were chosen, or one of them answered. {@code due} is when the next location is asked.
     * {@code problem} is why the last location that declined did so.
     */
    record EffectAllotted(EffectId effect, List<AllocatedPart> parts, Instant due, @Nullable Problem problem)
            implements OfFlow {
        public EffectAllotted {
            parts = List.copyOf(parts);
        }
    }

    /** Owed work is no longer needed, and nothing was done for it. */
    record EffectDropped(EffectId effect) implements OfFlow {}

    /** The order's personal data is to be erased once it has ended and owes nothing. The event carries who wants it. */
    record ErasureAsked(By by) implements OfFlow {}

    /** A timer cancelled an unpaid order. What the order had is kept for a late payment. */
    record OrderLapsed(Lapse lapse) implements OfFlow {}

    /** The order's due work could not be done, and is tried again later. */
    record WorkStuck(Stuck stuck) implements OfFlow {}

    /** A change waits for stock or a coupon. If it is declined, the order is restored to what the event carries. */
    record ChangeBegun(PendingChange change) implements OfFlow {}

    /** A change was proposed. It replaces an earlier proposal, and is made only when it is confirmed. */
    record ChangeProposed(ProposedChange proposed) implements OfFlow {}

    /** A proposed change no longer waits: it was confirmed or declined, or the order is not what it was priced for. */
    record ProposalEnded(String proposal) implements OfFlow {}

    // Units and what they are worth.

    /** The inventory holds these units, at a location where the host names locations. */
    record UnitsReserved(List<LineQuantity> lines, @Nullable String location) implements OfGoods {
        public UnitsReserved {
            lines = List.copyOf(lines);
        }

        /** At the one location of a host that names none. */
        public UnitsReserved(List<LineQuantity> lines) {
            this(lines, null);
        }
    }

    /** The inventory no longer holds these units. The order still stands for them. */
    record UnitsUnreserved(List<LineQuantity> lines, @Nullable String location) implements OfGoods {
        public UnitsUnreserved {
            lines = List.copyOf(lines);
        }

        /** At the one location of a host that names none. */
        public UnitsUnreserved(List<LineQuantity> lines) {
            this(lines, null);
        }
    }

    /** The inventory promised these units without having them. */
    record UnitsBackordered(List<LineQuantity> lines, @Nullable String location) implements OfGoods {
        public UnitsBackordered {
            lines = List.copyOf(lines);
        }

        /** At the one location of a host that names none. */
        public UnitsBackordered(List<LineQuantity> lines) {
            this(lines, null);
        }
    }

    /** Goods arrived for these backordered units, and the inventory holds them now. */
    record UnitsFilled(List<LineQuantity> lines, @Nullable String location) implements OfGoods {
        public UnitsFilled {
            lines = List.copyOf(lines);
        }

        /** At the one location of a host that names none. */
        public UnitsFilled(List<LineQuantity> lines) {
            this(lines, null);
        }
    }

    /** These units were taken off the order before they shipped. */
    record UnitsCancelled(List<LineQuantity> lines) implements OfGoods {
        public UnitsCancelled {
            lines = List.copyOf(lines);
        }
    }

    /** The price of units of a line was reduced after they were sold. */
    record LineReduced(String line, PriceReduction reduction) implements OfGoods {}

    /** The buyer no longer pays for the delivery. */
    record ShippingWaived() implements OfGoods {}

    /** The charges beside the goods changed, since a payment's method brings some. The event carries all of them as they are now. */
    record ChargesChanged(List<Charge> charges) implements OfGoods {
        public ChargesChanged {
            charges = List.copyOf(charges);
        }
    }

    /** Lines and delivery were priced anew. Lines may have been added, and quantities may have changed. */
    record OrderRepriced(Prices prices) implements OfGoods {}

    // Money.

    /** Goodwill lowered what the order costs. */
    record CreditGranted(Money amount) implements OfMoney {}

    /** A fee was kept of a refund. */
    record FeeCharged(Money amount) implements OfMoney {}

    /** The shop keeps a deposit whose balance was not paid. The order costs that much, whatever it stands for. */
    record DepositKept(Money amount) implements OfMoney {}

    /** The buyer set out to pay. */
    record PaymentRequested(Payment payment) implements OfMoney {}

    /** The provider authorized an amount. */
    record PaymentAuthorized(String payment, Money amount, @Nullable String reference) implements OfMoney {}

    /** An amount was captured. */
    record PaymentCaptured(String payment, Money amount) implements OfMoney {}

    /** An authorized amount was voided. */
    record PaymentVoided(String payment, Money amount) implements OfMoney {}

    /** An amount was refunded, under the provider's name of it where that is known. */
    record PaymentRefunded(String payment, Money amount, @Nullable String reference) implements OfMoney {

        /** A refund whose provider gave it no name. */
        public PaymentRefunded(String payment, Money amount) {
            this(payment, amount, null);
        }
    }

    /** The provider took back what it had said of a capture, a refund or a chargeback. */
    record PaymentReversed(String payment, ProviderNotice notice) implements OfMoney {}

    /** The provider charged an amount back at the buyer's demand. */
    record PaymentChargedBack(String payment, Money amount, String reference) implements OfMoney {}

    /** The state of a payment's own machine changed. */
    record PaymentMoved(String payment, String state) implements OfMoney {}

    // Parcels.

    /** A parcel was packed. In old histories it may have left with it, where its stage says so. */
    record ShipmentCreated(Shipment shipment) implements OfParcels {}

    /** A parcel left, or goods without a parcel were handed over. The event carries the shipment as it is now. */
    record ShipmentLeft(Shipment shipment) implements OfParcels {}

    /** A parcel came back undelivered, or was lost. Its units are to be shipped again. */
    record ShipmentFailed(String shipment, boolean lost) implements OfParcels {}

    /** A parcel arrived. */
    record ShipmentDelivered(String shipment, @Nullable Instant at) implements OfParcels {}

    /** The state of a shipment's own machine changed. */
    record ShipmentMoved(String shipment, String state) implements OfParcels {}

    // Returns.

    /** The buyer asked to return goods. */
    record ReturnRequested(Return requested) implements OfReturns {}

    /** Goods of a return were inspected. The lines give the units of each that this commit found. */
    record ReturnReceived(String returned, List<ReturnLine> lines, Money refund) implements OfReturns {
        public ReturnReceived {
            lines = List.copyOf(lines);
        }
    }

    /** The state of a return's own machine changed. */
    record ReturnMoved(String returned, String state, boolean ended) implements OfReturns {}

    /** Lines were added to the order for the replacement of an exchange. */
    record ReturnReplaced(String returned, List<String> lines) implements OfReturns {
        public ReturnReplaced {
            lines = List.copyOf(lines);
        }
    }

    // Benefits.

    /** Coupons count as used. */
    record CouponsRedeemed(List<String> codes) implements OfBenefits {
        public CouponsRedeemed {
            codes = List.copyOf(codes);
        }
    }

    /** Coupons were given back. */
    record CouponsReturned(List<String> codes) implements OfBenefits {
        public CouponsReturned {
            codes = List.copyOf(codes);
        }
    }

    /** Points were spent. */
    record PointsSpent(long points) implements OfBenefits {}

    /** Spent points were given back. */
    record PointsReturned(long points) implements OfBenefits {}

    /** Points were granted. All points granted so far are for the amount {@code on}. */
    record PointsGranted(long points, Money on) implements OfBenefits {}

    /** Granted points were taken back. */
    record PointsClawedBack(long points) implements OfBenefits {}
}
