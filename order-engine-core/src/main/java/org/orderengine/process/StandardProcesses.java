package org.orderengine.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ProcessReference;

/** The processes that ship with the engine, each a JSON resource beside this class. */
public final class StandardProcesses {

    /** A standard process as {@code extends} writes it. */
    static final String EXAMPLE = "physical-goods@1";

    private static final List<String> NAMES = List.of(
            "physical-goods",
            "virtual-goods",
            "deposit-presale",
            "cash-on-delivery",
            "capture-on-shipment",
            "on-account",
            "kept-quote",
            "marketplace-part");

    private StandardProcesses() {}

    /** Goods that are paid for, produced or picked, shipped and delivered. */
    public static ProcessDefinition physicalGoods() {
        return read("physical-goods");
    }

    /** Goods that are paid for and handed over at once, without a parcel: licenses, codes, tickets. */
    public static ProcessDefinition virtualGoods() {
        return read("virtual-goods");
    }

    /** Goods that are ordered with a deposit, and delivered once the balance is paid too. */
    public static ProcessDefinition depositPresale() {
        return read("deposit-presale");
    }

    /** Goods that are shipped before they are paid, and handed over once they are. */
    public static ProcessDefinition cashOnDelivery() {
        return read("cash-on-delivery");
    }

    /** Goods whose money is promised when they are ordered, and taken parcel by parcel as they leave. */
    public static ProcessDefinition captureOnShipment() {
        return read("capture-on-shipment");
    }

    /** Goods that business customers pay by invoice, after they were shipped. */
    public static ProcessDefinition onAccount() {
        return read("on-account");
    }

    /** Goods at a price that the shop keeps for a while: ordered once the buyer accepts it. */
    public static ProcessDefinition keptQuote() {
        return read("kept-quote");
    }

    /** Goods that one seller of a marketplace accepts, all or a part, once they are paid. */
    public static ProcessDefinition marketplacePart() {
        return read("marketplace-part");
    }

    /** The names of all of them. */
    public static List<String> names() {
        return NAMES;
    }

    /** The one of that name. */
    public static Optional<ProcessDefinition> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** The one of that name and version. No version is ever taken away: what extends one, or was placed under it, finds it. */
    public static Optional<ProcessDefinition> of(ProcessReference reference) {
        boolean isChild =
                Stream.of(ChildKind.values()).anyMatch(kind -> kind.word().equals(reference.name()));
        return isChild || NAMES.contains(reference.name())
                ? Optional.of(read(reference.name())).filter(definition -> definition.version() == reference.version())
                : Optional.empty();
    }

    /** All of them as {@code extends} writes them. */
    static List<String> written() {
        return NAMES.stream()
                .map(name -> BaseDefinition.written(read(name).reference()))
                .toList();
    }

    /** What payments, shipments or returns go through unless the host says otherwise. */
    static ProcessDefinition child(ChildKind kind) {
        return read(kind.word());
    }

    private static ProcessDefinition read(String name) {
        String resource = name + ".json";
        try (InputStream in = StandardProcesses.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return ProcessJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", unreadable);
        }
    }
}
