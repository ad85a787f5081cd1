package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.event.Event;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.model.EffectId;
import org.orderengine.model.Order;

/**
 * The bytes of documents stay what they are, since orders are kept for years: each line of the golden files is a document of
 * one event or one order. With {@code -Ddocs.write=true} the files are written anew; a line that changes then is a change of
 * format.
 */
class GoldenDocumentsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "orderengine", "json");
    private static final boolean WRITES = Boolean.getBoolean("docs.write");

    private static final List<Event> EVENTS = GoldenEvents.all();
    private static final List<Order> ORDERS = List.of(
            GoldenFlows.fullOrder(),
            GoldenFlows.bareOrder(),
            GoldenFlows.annotatedOrder(),
            GoldenFlows.measuredOrder());

    @Test
    void there_is_a_golden_document_of_every_event_type() {
        assertThat(EVENTS.stream().map(Event::getClass).collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(EventCodec.all().stream().map(EventCodec::type).collect(Collectors.<Class<?>>toSet()));
    }

    @TestFactory
    Stream<DynamicTest> every_event_has_its_golden_document_and_comes_back_from_it() throws IOException {
        List<String> written = EVENTS.stream()
                .map(event -> text(EventsDocument.of(List.of(event)).bytes()))
                .toList();
        List<String> golden = golden("golden-events.jsonl", written);
        return IntStream.range(0, EVENTS.size())
                .mapToObj(i -> DynamicTest.dynamicTest(i + " " + EventsDocument.nameOf(EVENTS.get(i)), () -> {
                    assertThat(written.get(i)).isEqualTo(golden.get(i));
                    assertThat(EventsDocument.read(() -> bytes(golden.get(i)))).containsExactly(EVENTS.get(i));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_order_has_its_golden_document_and_comes_back_from_it() throws IOException {
        List<String> written = ORDERS.stream()
                .map(order -> text(OrderDocument.of(order).bytes()))
                .toList();
        List<String> golden = golden("golden-orders.jsonl", written);
        return IntStream.range(0, ORDERS.size())
                .mapToObj(i -> DynamicTest.dynamicTest(ORDERS.get(i).id(), () -> {
                    assertThat(written.get(i)).isEqualTo(golden.get(i));
                    assertThat(OrderDocument.read(() -> bytes(golden.get(i)))).isEqualTo(ORDERS.get(i));
                }));
    }

    @Test
    void who_gave_a_command_stands_before_its_first_event_unless_it_is_the_usual_one() {
        List<Event> events = List.of(new Event.ActionTaken("pay", null, null), new Event.ShippingWaived());
        By eve = By.of(Actor.staff("eve")).because("the buyer called");
        EventsDocument byEve = EventsDocument.of(eve, events);

        assertThat(text(byEve.bytes()))
                .isEqualTo("[{\"by\":{\"kind\":\"staff\",\"id\":\"eve\",\"reason\":\"the buyer called\"},"
                        + "\"event\":\"action-taken\",\"action\":\"pay\"},{\"event\":\"shipping-waived\"}]");
        assertThat(EventsDocument.whole(() -> byEve.bytes()).by()).isEqualTo(eve);
        assertThat(EventsDocument.read(() -> byEve.bytes())).isEqualTo(events);
        assertThat(text(EventsDocument.of(By.SYSTEM, events).bytes())).doesNotContain("\"by\"");
    }

    @Test
    void an_order_is_placed_by_its_buyer_and_an_effect_resolved_by_its_operator_where_a_document_says_no_more() {
        Event placed = new Event.OrderPlaced(GoldenFlows.fullOrder());
        Event resolved = new Event.EffectResolved(
                EffectId.parse("4.1"), Event.EffectResolved.Resolution.RETRY, "kim", "bank statement");

        assertThat(byWhom(placed)).isEqualTo(By.of(Actor.buyer("ann")));
        assertThat(byWhom(resolved)).isEqualTo(By.of(Actor.staff("kim")));
    }

    private static By byWhom(Event cause) {
        byte[] stored = EventsDocument.of(List.of(cause)).bytes();
        return EventsDocument.whole(() -> stored).by();
    }

    private static List<String> golden(String name, List<String> written) throws IOException {
        Path file = FOLDER.resolve(name);
        if (WRITES) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, String.join("\n", written) + "\n");
        }
        List<String> golden = Files.readAllLines(file);
        assertThat(golden).hasSameSizeAs(written);
        return golden;
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
