/**
 * Scenarios: the story of one or more orders as a JSON file, read, run on the engine with fake services, and compared with
 * what it expects. Depends on the testkit's fakes and everything in core and spi.
 */
@NullMarked
package org.orderengine.testkit.scenario;

import org.jspecify.annotations.NullMarked;
