package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.event.Event;
import org.orderengine.model.Order;

/** Documents that the first versions wrote, as they were: read for ever, and within the names of the first format. */
class DocumentFormatsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "orderengine", "json");

    @Test
    void events_of_the_first_format_are_within_it_and_are_read() throws IOException {
        for (String line : lines("format-1-events.jsonl")) {
            assertThat(DocumentFormats.beyond(1, bytes(line))).as(line).isNull();
            List<Event> events = EventsDocument.read(() -> bytes(line));
            assertThat(EventsDocument.whole(() -> bytes(line)).bytes()).as(line).isEqualTo(bytes(line));
            assertThat(events).isNotEmpty();
        }
    }

    @Test
    void orders_of_the_first_format_are_within_it_and_are_read() throws IOException {
        for (String line : lines("format-1-orders.jsonl")) {
            assertThat(DocumentFormats.beyond(1, bytes(line))).as(line).isNull();
            Order order = OrderDocument.read(() -> bytes(line));
            assertThat(OrderDocument.of(order).bytes()).as(line).isEqualTo(bytes(line));
        }
    }

    @Test
    void names_that_came_later_are_found_in_events_and_in_fields_but_not_among_names_of_the_hosts() {
        assertThat(DocumentFormats.beyond(
                        1,
                        EventsDocument.of(List.of(new Event.PersonalDataErased()))
                                .bytes()))
                .isEqualTo("personal-data-erased");
        assertThat(DocumentFormats.beyond(1, bytes("{\"format\":1,\"lines\":[{\"novelty\":1}]}")))
                .isEqualTo("novelty");
        assertThat(DocumentFormats.beyond(1, bytes("{\"attributes\":{\"novelty\":\"a\"},\"order\":\"o\"}")))
                .isNull();
        assertThat(DocumentFormats.beyond(
                        1, bytes("[{\"event\":\"payment-requested\",\"payment\":\"p\",\"code\":\"47\"}]")))
                .isEqualTo("code");
        assertThat(DocumentFormats.beyond(1, bytes("{\"payments\":[{\"payment\":\"p\",\"code\":\"47\"}]}")))
                .isEqualTo("code");
        assertThat(DocumentFormats.beyond(1, bytes("{\"coupons\":[{\"code\":\"TEN\"}],\"problem\":{\"code\":\"a\"}}")))
                .isNull();
        assertThat(DocumentFormats.beyond(2, bytes("{\"novelty\":1}"))).isNull();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
