package org.orderengine.decision.action;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.child.Children;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ProviderNotice;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.Stance;

/**
 * The built-in actions, in one list. Names, descriptions and operations are looked up here.
 *
 * <p>An action with a class of its own makes entries in the books; a {@link Move} only moves the order. A new action is one
 * line here, and its class.
 *
 * <pre>{@code
 * BuiltInActions.named("pay").description().payload();
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 */
public final class BuiltInActions {

    private static final List<BuiltInAction> ALL = List.of(
            new Accept(),
            new Pay(),
            new Authorize(),
            new Capture(),
            new VoidPayment(),
            new ExpireAuthorization(),
            new PaymentReceived(),
            new PaymentDeclined(),
            new Move("produce", "the order goes to production"),
            new FillBackorder(),
            new Weigh(),
            new Substitute(),
            new Ship(),
            new CancelShipment(),
            new Deliver(),
            new DeliveryFailed(),
            new Move("confirm", "the buyer confirms what arrived"),
            new Move("complete", "the order comes to its end"),
            new Cancel(),
            new Modify(),
            new RequestModify(),
            new ConfirmModify(),
            new DeclineModify(),
            new RequestReturn(),
            new ApproveReturn(),
            new ReturnStep("decline-return", "a return is declined"),
            new ReceiveReturn(),
            new ReturnStep("withdraw-return", "the buyer takes a request to return back"),
            new ReturnStep("send-back", "the buyer has sent goods back"),
            new Refund(),
            new ChargeBack(),
            new RefundReceived(),
            new TakenBack(
                    "capture-failed",
                    "a capture that the provider had accepted failed later; booked in every state, once per reference",
                    ProviderNotice.Kind.CAPTURE_FAILED),
            new TakenBack(
                    "refund-failed",
                    "a refund came back to the shop, and is owed again; booked in every state, once per reference",
                    ProviderNotice.Kind.REFUND_FAILED),
            new TakenBack(
                    "chargeback-reversed",
                    "a dispute was won, and the money is the shop's again; booked in every state, once per reference",
                    ProviderNotice.Kind.CHARGEBACK_REVERSED),
            new Annotate(),
            new PromiseDate(),
            new Extend(),
            new Move("hold", "the order pauses"),
            new Move("resume", "the order goes on where it paused"));

    private static final List<ActionDescription> DESCRIPTIONS =
            ALL.stream().map(BuiltInAction::description).toList();

    private static final Map<String, BuiltInAction> BY_NAME =
            ALL.stream().collect(Collectors.toMap(action -> action.description().name(), action -> action));

    private BuiltInActions() {}

    /** The description of each: its name, its payload, and where it is taken, in the order of the documents. */
    public static List<ActionDescription> descriptions() {
        return DESCRIPTIONS;
    }

    /** The built-in action of that name; null for one of the host's own. */
    public static @Nullable BuiltInAction named(String name) {
        return BY_NAME.get(name);
    }

    /**
     * The operation of an action: its own entries in the books, or the step of a payment's, shipment's or return's machine; null for an
     * action that only moves the order.
     */
    public static @Nullable Operation operation(String name, CompiledProcess process) {
        BuiltInAction builtIn = named(name);
        if (builtIn != null) {
            return builtIn;
        }
        ChildKind child = process.childOf(name);
        return child == null ? null : new PartStep(child, name);
    }

    /** Where an action is taken under a process. */
    public static Stance stance(String name, CompiledProcess process) {
        BuiltInAction builtIn = named(name);
        Stance stance = builtIn == null
                ? Stance.WHILE_PART_IS_OPEN
                : builtIn.description().stance();
        return stance == Stance.UNLESS_NAMED && process.actions().contains(name) ? Stance.BY_TRANSITION : stance;
    }

    /** Whether an order that has ended takes an action which its process names: its books, or a part of it, have room for it (F2). */
    public static boolean isLate(Subject subject, String name, CompiledProcess process) {
        BuiltInAction builtIn = named(name);
        if (builtIn != null && builtIn.description().stance() == Stance.EVEN_WHERE_ENDED) {
            return process.actions().contains(name) && builtIn.isPossible(subject.order());
        }
        ChildKind kind = process.childOf(name);
        return kind != null
                && stance(name, process) == Stance.WHILE_PART_IS_OPEN
                && Children.anyTakes(process, subject, kind, name);
    }
}
