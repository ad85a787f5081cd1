/** Shows that the stores of core hold their contract. */
@NullMarked
package org.orderengine.testkit.contract;

import org.jspecify.annotations.NullMarked;
