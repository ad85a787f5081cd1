package org.orderengine.machine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void structural_rules_stand_before_the_others() {
        Set<Rule> structural =
                Arrays.stream(Rule.values()).filter(Rule::isStructural).collect(Collectors.toSet());
        assertThat(structural).isEqualTo(EnumSet.range(Rule.NO_STATES, Rule.CONFLICTING_TARGETS));
        assertThat(Rule.NO_WAY_TO_FINAL.code()).isEqualTo("no-way-to-final");
    }
}
