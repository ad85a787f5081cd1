package org.orderengine.testkit.property;

import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;

/** Three lines are enough, and jqwik finds the properties of the class above. */
class PhysicalGoodsPropertiesTest extends ProcessProperties {
    @Override
    protected ProcessDefinition definition() {
        return StandardProcesses.physicalGoods();
    }
}
