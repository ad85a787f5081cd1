package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderengine.event.Event;
import org.orderengine.model.Order;

class DamagedDocumentTest {

    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9.]+|true|\\{|\\[");
    private static final List<String> OTHERS = List.of(
            "null",
            "0",
            "-1",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "0.5",
            "true",
            "\"\"",
            "\" \"",
            "\"EUR\"",
            "\"2025-01-01T00:00:00Z\"",
            "[]",
            "[null]",
            "{}",
            "[{}]",
            "{\"x\":{}}");

    @Property(tries = 300)
    void a_document_that_was_cut_off_is_refused(
            @ForAll("orders") Order order, @ForAll @IntRange(max = 1_000_000) int where) {
        byte[] whole = OrderDocument.of(order).bytes();
        byte[] cut = Arrays.copyOf(whole, where % whole.length);

        assertThatThrownBy(() -> OrderDocument.read(() -> cut)).isInstanceOf(DocumentException.class);
    }

    @Property(tries = 1000)
    void a_document_with_other_bytes_in_it_is_read_or_refused(
            @ForAll("orders") Order order,
            @ForAll @IntRange(max = 1_000_000) int where,
            @ForAll @IntRange(max = 3) int removed,
            @ForAll byte[] added) {
        byte[] damaged = spliced(OrderDocument.of(order).bytes(), where, removed, added);

        assertThat(isReadOrRefused(() -> OrderDocument.read(() -> damaged))).isTrue();
    }

    @Property(tries = 2000)
    void a_document_with_another_value_somewhere_is_read_or_refused(
            @ForAll("orders") Order order,
            @ForAll @IntRange(max = 1_000_000) int which,
            @ForAll @IntRange(max = 1_000) int other) {
        byte[] damaged = withOtherValue(OrderDocument.of(order).bytes(), which, OTHERS.get(other % OTHERS.size()));

        assertThat(isReadOrRefused(() -> OrderDocument.read(() -> damaged))).isTrue();
    }

    @Property(tries = 1000)
    void events_with_another_value_somewhere_are_read_or_refused(
            @ForAll("commits") List<Event> events,
            @ForAll @IntRange(max = 1_000_000) int which,
            @ForAll @IntRange(max = 1_000) int other) {
        byte[] damaged = withOtherValue(EventsDocument.of(events).bytes(), which, OTHERS.get(other % OTHERS.size()));

        assertThat(isReadOrRefused(() -> EventsDocument.read(() -> damaged))).isTrue();
    }

    @Property(tries = 500)
    void what_is_no_document_is_refused(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> OrderDocument.read(() -> bytes)).isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> EventsDocument.read(() -> bytes)).isInstanceOf(DocumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "format":1             | "format":2              | /format                | it is of format 2, written by a newer version
                    "format":1             | "format":0              | /format                | there is no format 0
                    "format":1,            | ``                      | /order                 | begins with its "format"
                    "sku":"LAMP"           | "sku":7                 | /lines/0/sku           | expected a text, found value number int
                    "sku":"LAMP"           | "sku":null              | /lines/0/sku           | expected a text, found value null
                    "sku":"LAMP",          | ``                      | /lines/0               | "sku" is missing
                    "sku":"LAMP"           | "sku":" "               | /lines/0               | sku is blank
                    "sku":"LAMP"           | "glow":"LAMP"           | /lines/0/glow          | no such field
                    "sku":"LAMP"           | "format":"LAMP"         | /lines/0/format        | "format" does not belong here
                    "price":7840           | "price":7840.5          | /lines/0/price         | expected a whole number
                    "price":7840           | "price":78400000000000000000 | /lines/0/price    | too large
                    "price":7840           | "price":499             | /lines/0               | discounts of 500 minor units are more than
                    "reserved":2           | "reserved":3            | /lines/0               | ordered 2 is not open 0
                    "rate":0.20            | "rate":"0.20"           | /lines/0/taxes/0/rate  | expected a number, found value string
                    "state":"redeemed"     | "state":"burnt"         | /coupons/0/state       | none of carried, redeemed, returned
                    "currency":"EUR",      | ``                      | /effects/0/amount      | no "currency" up to here
                    "currency":"EUR"       | "currency":"EURO"       | /currency              | it is no currency
                    "pricesIncludeTax":true | "currency":"EUR"       | /currency              | the currency is given twice
                    "due":"2025-03-01T10:30 | "due":"2025-02-29T10:30 | /timers/0/due         | it is no instant
                    "lines":[              | "lines":[7,             | /lines/0               | expected an object
                    "shipping":{           | "shipping":[            | /shipping              | expected an object
                    "states":["paying"]    | "states":[7]            | /states/0              | expected a text
                    7830}]}                | 7830}]}{}               | ``                     | something follows
                    """)
    void a_refusal_says_where_and_what(String written, String damaged, String path, String problem) {
        String text = new String(OrderDocument.of(OrderExamples.anOrder()).bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(written);
        byte[] bytes = text.replace(written, damaged).getBytes(StandardCharsets.UTF_8);

        DocumentException refusal =
                catchThrowableOfType(DocumentException.class, () -> OrderDocument.read(() -> bytes));

        assertThat(refusal.path()).isEqualTo(path);
        assertThat(refusal).hasMessageContaining(problem);
        assertThat(refusal.orderId()).isEqualTo(path.equals("/format") || path.equals("/order") ? null : "o-1");
    }

    @Test
    void a_refusal_names_the_order() {
        byte[] cut = Arrays.copyOf(OrderDocument.of(OrderExamples.anOrder()).bytes(), 60);

        assertThatThrownBy(() -> OrderDocument.read(() -> cut))
                .isInstanceOf(DocumentException.class)
                .hasMessage(
                        "The document of order o-1 cannot be read at /process: it is no well-formed JSON near byte 60"
                                + " of 60");
    }

    @Test
    void a_refusal_does_not_quote_what_may_be_personal() {
        String text = new String(OrderDocument.of(OrderExamples.anOrder()).bytes(), StandardCharsets.UTF_8);
        byte[] damaged = text.replace("\"ann\"", "secretive\\").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> OrderDocument.read(() -> damaged))
                .isInstanceOf(DocumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secretive");
    }

    @Test
    void an_unknown_event_is_refused() {
        byte[] bytes = "[{\"event\":\"order-blessed\"}]".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventsDocument.read(() -> bytes))
                .isInstanceOf(DocumentException.class)
                .hasMessage("A document cannot be read at /0/event: this version knows no such event;"
                        + " a newer version may have written it");
    }

    @Test
    void lists_in_lists_without_end_are_refused() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        byte[] payload = ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventsDocument.read(() -> deep)).isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> Json.read(payload, in -> in.object(PayloadCodec::read)))
                .isInstanceOf(DocumentException.class);
    }

    @Provide
    static Arbitrary<Order> orders() {
        return RandomOrders.orders(3);
    }

    @Provide
    static Arbitrary<List<Event>> commits() {
        return RandomEvents.commits();
    }

    /** Anything but an answer or a {@link DocumentException} fails the test with that. */
    private static boolean isReadOrRefused(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DocumentException refused) {
            return true;
        }
    }

    private static byte[] spliced(byte[] whole, int where, int removed, byte[] added) {
        int start = where % whole.length;
        int end = Math.min(whole.length, start + removed);
        byte[] result = Arrays.copyOf(whole, whole.length - (end - start) + added.length);
        System.arraycopy(added, 0, result, start, added.length);
        System.arraycopy(whole, end, result, start + added.length, whole.length - end);
        return result;
    }

    /** Puts another value in the place of one, of a name, or of the opening of an object or list. */
    private static byte[] withOtherValue(byte[] whole, int which, String other) {
        String text = new String(whole, StandardCharsets.UTF_8);
        List<int[]> places = VALUE.matcher(text)
                .results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        if (places.isEmpty()) {
            return whole;
        }
        int[] place = places.get(which % places.size());
        return (text.substring(0, place[0]) + Matcher.quoteReplacement(other) + text.substring(place[1]))
                .getBytes(StandardCharsets.UTF_8);
    }
}
