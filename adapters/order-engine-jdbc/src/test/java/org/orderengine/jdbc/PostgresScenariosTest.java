package org.orderengine.jdbc;

import org.orderengine.testkit.scenario.Scenario;

/** All scenarios on PostgreSQL, with a restart behind every step. */
class PostgresScenariosTest extends PostgresScenarios {

    @Override
    protected Scenario variant(Scenario scenario) {
        return scenario.withRestarts();
    }
}
