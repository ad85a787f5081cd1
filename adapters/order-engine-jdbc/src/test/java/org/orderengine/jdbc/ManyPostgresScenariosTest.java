package org.orderengine.jdbc;

import org.junit.jupiter.api.Tag;

/** All scenarios on PostgreSQL as they are, and once for each step with a restart behind that one. */
@Tag("long")
class ManyPostgresScenariosTest extends PostgresScenarios {

    @Override
    protected boolean withRestarts() {
        return true;
    }
}
