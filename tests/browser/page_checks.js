// What the crawler asks of an open page. `look()` reads, `lengthen()` makes every text 40 % longer, `empty(n)` sends a form with nothing in it.
(() => {
    const spoken = node => (node.closest("[lang]") || document.documentElement).lang
    const where = node => node.id ? "#" + node.id : node.tagName.toLowerCase() + (node.className ? "." + String(node.className).split(" ")[0] : "")

    function texts() {
        const found = []
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
            const node = walker.currentNode, holder = node.parentElement, text = node.nodeValue.trim()
            if (text && !holder.closest("script, style, textarea, noscript, [data-typed]")) found.push([spoken(holder), text, where(holder)])
        }
        for (const node of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]"))
            for (const name of ["aria-label", "title", "alt", "placeholder"])
                if (node.getAttribute(name)) found.push([spoken(node), node.getAttribute(name), where(node)])
        found.push([document.documentElement.lang, document.title, "title"])
        return found
    }

    function wide() {
        const limit = document.documentElement.clientWidth
        if (document.documentElement.scrollWidth <= limit) return []
        const apart = node => { for (let one = node.parentElement; one; one = one.parentElement) if (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX)) return true }
        const over = [...document.body.querySelectorAll("*")].filter(one => one.getBoundingClientRect().right > limit + 1 && !apart(one))
        return over.slice(-3).map(where).concat(document.documentElement.scrollWidth + " > " + limit)
    }

    const sends = form => form.method === "post" && form.noValidate
        && form.querySelector("input:not([type=hidden]):not([type=submit]), textarea, select")

    window.crawler = {
        look: () => ({
            language: document.documentElement.lang, headings: document.querySelectorAll("h1").length, title: document.title.trim(),
            texts: texts(), wide: wide(), forms: [...document.forms].map((form, n) => [n, form.action, !!sends(form)]).filter(one => one[2]),
        }),
        wide,
        lengthen: () => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), nodes = []
            while (walker.nextNode()) if (/\p{Ll}{2}/u.test(walker.currentNode.nodeValue) && !/^\s*\S*\d\S*\s*$/.test(walker.currentNode.nodeValue) && !walker.currentNode.parentElement.closest("script, style, textarea, option")) nodes.push(walker.currentNode)
            for (const node of nodes) {
                const words = node.nodeValue.trim().split(/\s+/), more = Math.ceil(words.length * 0.4)
                node.nodeValue += words.length > 2 ? " " + words.slice(0, more).join(" ") : words[0].slice(0, Math.ceil(words.join(" ").length * 0.4))
            }
        },
        empty: n => {
            const form = document.forms[n]
            for (const one of form.elements) {
                if (one.type === "hidden" || one.type === "submit") continue
                if (one.type === "radio" || one.type === "checkbox") one.checked = false
                else if (one.tagName === "SELECT") { if ([...one.options].some(option => option.value === "")) one.value = "" }
                else if (one.tagName !== "BUTTON" && one.tagName !== "FIELDSET") one.value = ""
            }
            HTMLFormElement.prototype.submit.call(form)
        },
        problems: () => {
            const told = document.querySelector(".problems")
            const lost = told ? [...told.querySelectorAll("a[href^='#']")].map(one => one.getAttribute("href").slice(1)).filter(id => !document.getElementById(id)) : []
            return {told: !!told, focused: !!told && told.contains(document.activeElement), lost}
        },
    }
})()
