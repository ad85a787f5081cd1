/**
 * The contracts of the interfaces that hosts implement, as JUnit classes to extend. The rules they cite are in {@code
 * docs/contract.md}. Depends on {@code spi}, {@code model} and {@code effect}, JUnit, jqwik and AssertJ.
 */
@NullMarked
package org.orderengine.testkit.contract;

import org.jspecify.annotations.NullMarked;
