import { HostError } from "../workbook/host-error";
import type { AnyObject } from "../workbook/object-class";

/** Objects that the library keeps beyond a request, under ids that the host gives. */
export class References {
  private readonly objects = new Map<string, AnyObject>();
  private next = 1;

  keep(object: AnyObject): string {
    const id = `$ref${this.next++}`;
    this.objects.set(id, object);
    return id;
  }

  find(id: string): AnyObject {
    const object = this.objects.get(id);
    if (!object) throw new HostError("InvalidReference");
    return object;
  }

  drop(ids: readonly unknown[]): void {
    for (const id of ids.flat()) this.objects.delete(String(id));
  }

  /** How many are kept: an add-in that forgets to untrack lets this grow. */
  get count(): number {
    return this.objects.size;
  }
}
