package org.orderengine.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.process.ProcessTable;

/** What a plain table can say comes back from it unchanged. */
class TableRoundTripProperties {

    private static final List<String> NAMES = List.of("open", "paid", "state-1", "state-2", "späť", "取消");

    /** A row: the numbers of its state, action, guards and next state; none of the states keeps the state. */
    private record Row(int state, String action, List<String> guards, int next) {}

    @Property
    void a_plain_table_comes_back(@ForAll("plain") ProcessDefinition plain) {
        assertThat(ProcessTable.read(Diagrams.csv(plain), plain.name(), plain.version()))
                .isEqualTo(plain);
    }

    @Provide
    Arbitrary<ProcessDefinition> plain() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.integers().between(0, NAMES.size() - 1),
                        Arbitraries.of("pay", "ship", "*", "say \"hi\", twice", "取消"),
                        Arbitraries.of("fully-paid", "vip", "\"odd\", really")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2),
                        Arbitraries.integers().between(-1, NAMES.size() - 1))
                .as(Row::new);
        return Combinators.combine(
                        row.list().ofMaxSize(12), Arbitraries.integers().between(0, NAMES.size() - 1))
                .as(TableRoundTripProperties::definition);
    }

    private static ProcessDefinition definition(List<Row> rows, int initial) {
        Map<String, List<Row>> byState = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int state = i;
            byState.put(
                    NAMES.get(i),
                    rows.stream().filter(row -> row.state() == state).toList());
        }
        ProcessDefinition.Builder definition =
                ProcessDefinition.named("plain", 1).initial(NAMES.get(initial));
        byState.forEach((name, ways) -> definition.state(name, state -> {
            if (ways.isEmpty()) {
                state.end();
            }
            for (Row way : ways) {
                ProcessStateBuilder.Way on = state.on(way.action());
                way.guards().forEach(on::when);
                if (way.next() < 0) {
                    on.stay();
                } else {
                    on.to(NAMES.get(way.next()));
                }
            }
            return state;
        }));
        return definition.build();
    }
}
