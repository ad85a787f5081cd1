package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderengine.event.Event;

class EventCodecTest {

    @Test
    void every_event_type_has_a_codec() {
        Set<Class<?>> types = new HashSet<>();
        EventCodec.all().forEach(codec -> types.add(codec.type()));

        assertThat(types).containsExactlyInAnyOrderElementsOf(types().toList());
    }

    @Test
    void events_of_every_type_can_be_made() {
        assertThat(new RandomEvents(0).makers().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        EventCodec.all().stream().map(codec -> codec.type()).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void events_of_every_type_come_back_as_they_were_and_have_the_name_of_their_record(Class<?> type) {
        List<Event> events = new ArrayList<>();
        RandomEvents random = new RandomEvents(type.getName().hashCode());
        for (int i = 0; i < 50; i++) {
            events.add(Objects.requireNonNull(random.makers().get(type)).get());
        }
        byte[] stored = EventsDocument.of(events).bytes();

        assertThat(events).hasOnlyElementsOfType(type);
        assertThat(EventsDocument.read(() -> stored)).isEqualTo(events);
        assertThat(events)
                .allSatisfy(event -> assertThat(EventsDocument.nameOf(event)).isEqualTo(kebab(type)));
    }

    static Stream<Class<?>> types() {
        return Stream.of(Event.class.getPermittedSubclasses())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    private static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
