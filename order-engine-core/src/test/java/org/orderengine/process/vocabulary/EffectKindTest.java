package org.orderengine.process.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.vocabulary.EffectKind.Role;

final class EffectKindTest {

    @Test
    void every_kind_but_the_hosts_is_found_by_its_word() {
        for (EffectKind kind : builtIn()) {
            assertThat(EffectKind.of(kind.word())).isEqualTo(kind);
            assertThat(EffectKind.isBuiltIn(kind.word())).isTrue();
        }
        assertThat(EffectKind.of("engrave")).isEqualTo(EffectKind.HOST);
        assertThat(EffectKind.isBuiltIn("engrave")).isFalse();
    }

    @Test
    void what_a_definition_names_leads_on_and_what_undoes_it_gives_back() {
        for (EffectKind kind : builtIn()) {
            if (EffectKind.nameable().contains(kind.word())) {
                assertThat(kind.role()).as(kind.word()).isEqualTo(Role.LEADS_ON);
            }
            EffectKind undoing = kind.undoneBy();
            if (undoing != null) {
                assertThat(undoing.role()).as(undoing.word()).isEqualTo(Role.GIVES_BACK);
                assertThat(undoing.service()).as(undoing.word()).isEqualTo(kind.service());
            }
        }
    }

    @Test
    void every_policy_for_units_that_are_not_there_has_its_effect() {
        for (ReservePolicy policy : ReservePolicy.values()) {
            assertThat(EffectKind.reserving(policy).reserving()).isEqualTo(policy);
        }
    }

    private static List<EffectKind> builtIn() {
        return Arrays.stream(EffectKind.values())
                .filter(kind -> kind != EffectKind.HOST)
                .toList();
    }
}
