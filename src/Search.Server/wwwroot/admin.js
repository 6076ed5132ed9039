// While a job runs, shows how far it is. Without it the page is loaded again every few seconds.
const changing = ["index", "jobs"];
const isBusy = () => document.querySelector("#jobs progress");

async function look() {
  const answer = await fetch("admin/progress", { cache: "no-store" }).catch(() => null);   // null: the service is being restarted
  if (answer?.status === 401) {
    location.reload();   // the session has ended
    return;
  }
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of changing) {
      document.getElementById(id).replaceWith(page.getElementById(id));
    }
  }
  if (isBusy()) {
    setTimeout(look, 1000);
  }
}

if (isBusy()) {
  setTimeout(look, 1000);
}
